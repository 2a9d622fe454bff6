import { ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";

import { useLang } from "../../i18n/useLang";
import type { ReferenceGraph } from "../types";
import { Details } from "./Details";
import { bringIntoSight, edgesOf, nodesOf, type Flow } from "./elements";
import { linksAmong, placed } from "./layout";
import { DrawnContext, idOf, NodeView, type DrawnNode } from "./NodeView";
import { ARROWS, step } from "./walk";

interface Props {
  graph: ReferenceGraph;
  onTable: () => void;
}

const TYPES = { document: NodeView };
const ZOOM = { least: 0.15, most: 2 };
/** Smaller than this, the labels cannot be read. */
const FIRST_SIGHT = { minZoom: 0.8, maxZoom: 1 };

/** The drawing, which keys walk through as well as the pointer. */
export default function Drawing({ graph, onTable }: Props) {
  const [current, setCurrent] = useState(graph.center);
  const [chosen, setChosen] = useState(graph.center);
  const flow = useRef<Flow | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const links = useMemo(() => linksAmong(graph.nodes, graph.links), [graph]);
  const places = useMemo(() => placed(graph.nodes, graph.links), [graph]);
  const nodes = useMemo(() => nodesOf(graph.nodes, links, places), [graph, links, places]);
  const edges = useMemo(() => edgesOf(links, chosen), [links, chosen]);
  const drawn = useMemo(
    () => ({ current, chosen, center: graph.center, onChoose: setChosen, onCurrent: setCurrent }),
    [current, chosen, graph.center],
  );
  const onInit = useCallback(
    (instance: Flow) => {
      flow.current = instance;
      // Where the whole is too large to be read, the centre at least is in sight.
      if (frame.current) bringIntoSight(places.get(graph.center), instance, frame.current);
    },
    [places, graph.center],
  );

  const goTo = (symbol: string | null) => {
    if (symbol === null) return;
    setCurrent(symbol);
    document.getElementById(idOf(symbol))?.focus({ preventScroll: true });
    if (flow.current && frame.current) bringIntoSight(places.get(symbol), flow.current, frame.current);
  };
  const onKey = (key: string): boolean => {
    const direction = ARROWS[key];
    if (direction !== undefined) goTo(step(current, direction, places, links));
    else if (key === "Home") goTo(graph.center);
    else if (key === "+" || key === "=") void flow.current?.zoomIn();
    else if (key === "-") void flow.current?.zoomOut();
    else if (key === "t" || key === "T") onTable();
    else return false;
    return true;
  };
  return (
    <div className="graph-drawing">
      <Frame ref={frame} center={graph.nodes[0]?.label ?? graph.center} onKey={onKey}>
        <DrawnContext value={drawn}>
          <ReactFlow<DrawnNode>
            nodes={nodes}
            edges={edges}
            nodeTypes={TYPES}
            onInit={onInit}
            fitView
            fitViewOptions={FIRST_SIGHT}
            minZoom={ZOOM.least}
            maxZoom={ZOOM.most}
            {...ONLY_LOOKED_AT}
          />
        </DrawnContext>
        <Zoom flow={flow} />
      </Frame>
      <Legend />
      <Details graph={graph} symbol={chosen} />
    </div>
  );
}

/** Nothing of the drawing can be changed, and the wheel scrolls the page. */
const ONLY_LOOKED_AT = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
  preventScrolling: false,
  zoomOnScroll: false,
  // Its makers are named below the drawing, where their name lies over no document.
  proOptions: { hideAttribution: true },
} as const;

interface FrameProps {
  ref: Ref<HTMLDivElement>;
  center: string;
  /** Whether the key meant something. */
  onKey: (key: string) => boolean;
  children: ReactNode;
}

function Frame({ ref, center, onKey, children }: FrameProps) {
  const { t } = useLang();
  const onKeyDown = (event: KeyboardEvent) => {
    const combined = event.ctrlKey || event.metaKey || event.altKey;
    if (combined || !onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p className="graph-help state" id="graph-help">
        {t("graph.help")}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the nodes inside, which are buttons */}
      <div
        ref={ref}
        className="graph-frame"
        role="group"
        aria-label={t("graph.area", { center })}
        aria-describedby="graph-help"
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>
  );
}

function Zoom({ flow }: { flow: { current: Flow | null } }) {
  const { t } = useLang();
  const buttons = [
    ["zoomIn", "+", () => void flow.current?.zoomIn()],
    ["zoomOut", "−", () => void flow.current?.zoomOut()],
    ["fit", "⤢", () => void flow.current?.fitView()],
  ] as const;
  return (
    <div className="graph-zoom">
      {buttons.map(([name, sign, act]) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-label={t(`graph.${name}`)}
          title={t(`graph.${name}`)}
          onClick={act}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}

function Legend() {
  const { t } = useLang();
  return (
    <p className="graph-legend">
      <span className="visually-hidden">{t("graph.legend")} </span>
      <span className="graph-sample is-held">{t("graph.held")}</span>
      <span className="graph-sample">{t("graph.notHeld")}</span>
      <span>{t("graph.arrows")}</span>
      <span>
        {t("graph.drawnWith")}{" "}
        <a href="https://reactflow.dev/" rel="noreferrer">
          React Flow
        </a>
      </span>
    </p>
  );
}
