import { MarkerType, type Edge, type ReactFlowInstance } from "@xyflow/react";

import type { ReferenceLink, ReferenceNode } from "../types";
import { NODE, type Point } from "./layout";
import type { DrawnNode } from "./NodeView";

/** What the library draws: its nodes and edges, and the instance that moves the view. */
export type Flow = ReactFlowInstance<DrawnNode>;

/** So near to the frame's edge a node counts as out of sight. */
const MARGIN = 8;

export function nodesOf(
  nodes: readonly ReferenceNode[],
  links: readonly ReferenceLink[],
  places: ReadonlyMap<string, Point>,
): DrawnNode[] {
  return nodes.map((node) => ({
    id: node.symbol,
    type: "document",
    position: places.get(node.symbol) ?? { x: 0, y: 0 },
    data: {
      node,
      out: links.filter(({ source }) => source === node.symbol).length,
      into: links.filter(({ target }) => target === node.symbol).length,
    },
    ...NODE,
  }));
}

/** The lines; those of the chosen node stand out. */
export function edgesOf(links: readonly ReferenceLink[], chosen: string): Edge[] {
  return links.map(({ source, target, inferred }) => {
    const near = source === chosen || target === chosen;
    const names = ["graph-edge", ...(near ? ["is-near"] : []), ...(inferred ? ["is-inferred"] : [])];
    return {
      id: `${source} ${target}`,
      source,
      target,
      className: names.join(" "),
      markerEnd: { type: MarkerType.ArrowClosed, color: near ? "var(--red)" : "var(--rule-strong)" },
    };
  });
}

/** Moves the view to a node that is out of sight, at the zoom there is. */
export function bringIntoSight(place: Point | undefined, flow: Flow, frame: HTMLElement) {
  if (place === undefined) return;
  const box = frame.getBoundingClientRect();
  const start = flow.flowToScreenPosition(place);
  const end = flow.flowToScreenPosition({ x: place.x + NODE.width, y: place.y + NODE.height });
  const across = start.x >= box.left + MARGIN && end.x <= box.right - MARGIN;
  const down = start.y >= box.top + MARGIN && end.y <= box.bottom - MARGIN;
  if (across && down) return;
  void flow.setCenter(place.x + NODE.width / 2, place.y + NODE.height / 2, { zoom: flow.getZoom() });
}
