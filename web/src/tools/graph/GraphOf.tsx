import { lazy, Suspense } from "react";

import { ProblemNotice } from "../../app/ProblemNotice";
import { Waiting } from "../../app/Waiting";
import { useLang } from "../../i18n/useLang";
import { useReferences } from "../queries";
import type { ReferenceGraph } from "../types";
import { GraphTable } from "./GraphTable";
import { askedOf, most, type GraphView, type Shown } from "./view";

/** The drawing brings a library of its own, which the table does without. */
const Drawing = lazy(() => import("./Drawing"));

interface Props {
  symbol: string;
  view: GraphView;
  shown: Shown;
  onChange: (key: "view" | "all", value: string | null) => void;
}

export function GraphOf({ symbol, view, shown, onChange }: Props) {
  const { t } = useLang();
  const { data, error, refetch } = useReferences(symbol, askedOf(view));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting label={t("graph.loading")} lines={8} />;
  return (
    <>
      <Counts graph={data} view={view} onAll={() => onChange("all", "true")} />
      {data.links.length === 0 ? (
        <p className="state">{t("graph.none")}</p>
      ) : shown === "table" ? (
        <GraphTable graph={data} />
      ) : (
        <Suspense fallback={<Coming />}>
          <Drawing key={data.center} graph={data} onTable={() => onChange("view", "table")} />
        </Suspense>
      )}
    </>
  );
}

/** As high as the drawing that comes. */
function Coming() {
  const { t } = useLang();
  return (
    <div className="graph-drawing">
      <p className="graph-help state">{t("graph.help")}</p>
      <div className="graph-frame" aria-busy="true" />
    </div>
  );
}

function Counts({ graph, view, onAll }: { graph: ReferenceGraph; view: GraphView; onAll: () => void }) {
  const { t } = useLang();
  const { nodes, coverage, nodes_left_out: nodesLeft, edges_left_out: edgesLeft } = graph;
  const held = nodes.filter((node) => node.held.length > 0).length;
  return (
    <div className="graph-counts">
      <p className="state" role="status">
        {t("graph.count", { count: nodes.length, held, library: coverage.resolutions })}
      </p>
      {(nodesLeft > 0 || edgesLeft > 0) && (
        <p className="notice">
          {nodesLeft > 0 && t("graph.leftOut", { count: nodesLeft, most: most(view) })}{" "}
          {edgesLeft > 0 && t("graph.leftOutEdges", { count: edgesLeft })}{" "}
          {nodesLeft > 0 && !view.all && (
            <button type="button" className="button" onClick={onAll}>
              {t("graph.all")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
