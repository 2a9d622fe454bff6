import { InternalLink } from "../../app/InternalLink";
import { graphHref, resolutionHref } from "../../app/routes";
import { useLang } from "../../i18n/useLang";
import { langOf, langTag } from "../../text/language";
import type { ReferenceGraph } from "../types";
import { GraphTable } from "./GraphTable";

/** The node that was chosen: what it is, where it leads, and its own lines in words. */
export function Details({ graph, symbol }: { graph: ReferenceGraph; symbol: string }) {
  const { t } = useLang();
  const node = graph.nodes.find((one) => one.symbol === symbol);
  if (node === undefined) return null;
  const [held] = node.held;
  const links = graph.links.filter(({ source, target }) => source === symbol || target === symbol);
  return (
    <section className="graph-details" aria-label={t("graph.details")} aria-live="polite">
      <h2>{node.label}</h2>
      {node.title !== null && (
        <p className="words" lang={langTag(langOf(node.title), node.title)}>
          {node.title}
        </p>
      )}
      <p className="graph-acts">
        <span className="state">
          {t(`graph.kind.${node.kind}`)} · {t(held === undefined ? "graph.notHeld" : "graph.held")}
        </span>
        {held !== undefined && (
          <InternalLink className="button" href={resolutionHref(held)}>
            {t("graph.open")}
          </InternalLink>
        )}
        {symbol !== graph.center && (
          <InternalLink className="button" href={graphHref(symbol)}>
            {t("graph.recentre")}
          </InternalLink>
        )}
      </p>
      <GraphTable graph={{ ...graph, links }} />
    </section>
  );
}
