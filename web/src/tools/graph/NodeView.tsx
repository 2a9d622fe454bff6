import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { createContext, useContext } from "react";

import { useLang } from "../../i18n/useLang";
import { langOf, langTag } from "../../text/language";
import type { ReferenceNode } from "../types";

export type DrawnNode = Node<{ node: ReferenceNode; out: number; into: number }, "document">;

interface Drawn {
  /** The one node that the tab key reaches; arrows lead to the others. */
  current: string;
  chosen: string;
  center: string;
  onChoose: (symbol: string) => void;
  onCurrent: (symbol: string) => void;
}

export const DrawnContext = createContext<Drawn | null>(null);

/** The DOM id of a node. */
export function idOf(symbol: string): string {
  return `node ${symbol}`;
}

/** A document of the drawing: a button that shows what is known of it. */
export function NodeView({ data: { node, out, into } }: NodeProps<DrawnNode>) {
  const { t } = useLang();
  const drawn = useContext(DrawnContext);
  const { symbol, label, kind, title, held } = node;
  const isHeld = held.length > 0;
  return (
    <>
      {/* What is mentioned stands left, so lines come in at the right and leave at the left. */}
      <Handle type="target" position={Position.Right} isConnectable={false} />
      <button
        type="button"
        id={idOf(symbol)}
        className={isHeld ? "graph-node nopan is-held" : "graph-node nopan"}
        data-center={symbol === drawn?.center || undefined}
        aria-pressed={symbol === drawn?.chosen}
        tabIndex={symbol === drawn?.current ? 0 : -1}
        onFocus={() => drawn?.onCurrent(symbol)}
        onClick={() => drawn?.onChoose(symbol)}
      >
        <span className="graph-label">{label}</span>
        {title !== null && (
          <span className="graph-title" lang={langTag(langOf(title), title)}>
            {title}
          </span>
        )}
        <span className="visually-hidden">
          {t("graph.node", { kind: t(`graph.kind.${kind}`), held: t(isHeld ? "graph.held" : "graph.notHeld"), out, into })}
        </span>
      </button>
      <Handle type="source" position={Position.Left} isConnectable={false} />
    </>
  );
}
