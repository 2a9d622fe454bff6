import { graphlib, layout } from "@dagrejs/dagre";

import type { ReferenceLink, ReferenceNode } from "../types";

/** How large a node is drawn, in pixels; `graph.css` draws it so. */
export const NODE = { width: 176, height: 46 };
const APART = { nodesep: 10, ranksep: 96 };

export interface Point {
  x: number;
  y: number;
}

/** Where each node stands, by its symbol: in columns, what is mentioned left of what mentions it. */
export function placed(nodes: readonly ReferenceNode[], links: readonly ReferenceLink[]): Map<string, Point> {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", ...APART });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { symbol } of nodes) graph.setNode(symbol, { ...NODE });
  for (const { source, target } of linksAmong(nodes, links)) graph.setEdge(target, source);
  layout(graph);
  return new Map(
    nodes.map(({ symbol }) => {
      const { x, y } = graph.node(symbol) as Point;
      return [symbol, { x: x - NODE.width / 2, y: y - NODE.height / 2 }];
    }),
  );
}

/** The links whose both ends are shown; what mentions itself has no line. */
export function linksAmong(nodes: readonly ReferenceNode[], links: readonly ReferenceLink[]): ReferenceLink[] {
  const known = new Set(nodes.map(({ symbol }) => symbol));
  return links.filter(({ source, target }) => source !== target && known.has(source) && known.has(target));
}
