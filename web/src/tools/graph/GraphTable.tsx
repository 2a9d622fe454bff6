import type { TFunction } from "i18next";

import { InternalLink } from "../../app/InternalLink";
import { graphHref, resolutionHref } from "../../app/routes";
import { useNarrow } from "../../app/useEnvironment";
import { shortPlaceLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import { placeOfKey } from "../series/steps";
import type { ReferenceEdge, ReferenceGraph, ReferenceLink, ReferenceNode } from "../types";

/** Every line of the drawing in words, with the paragraphs that say so: a table, on a phone a list. */
export function GraphTable({ graph }: { graph: ReferenceGraph }) {
  const { t } = useLang();
  const narrow = useNarrow();
  const nodes = new Map(graph.nodes.map((node) => [node.symbol, node]));
  const said = graph.links.map((link) => ({ link, ...wordsOf(link, graph.edges, t) }));
  const caption = t("graph.area", { center: nodes.get(graph.center)?.label ?? graph.center });
  if (narrow) {
    return (
      <ul className="graph-list" aria-label={caption}>
        {said.map(({ link, how, places }) => (
          <li key={`${link.source} ${link.target}`}>
            <NodeName node={nodes.get(link.source)} symbol={link.source} /> <span className="state">{how}</span>{" "}
            <NodeName node={nodes.get(link.target)} symbol={link.target} />
            <Where mentions={link.mentions} places={places} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="graph-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {(["source", "how", "target", "where"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`graph.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {said.map(({ link, how, places }) => (
          <tr key={`${link.source} ${link.target}`}>
            <th scope="row">
              <NodeName node={nodes.get(link.source)} symbol={link.source} />
            </th>
            <td>{how}</td>
            <td>
              <NodeName node={nodes.get(link.target)} symbol={link.target} />
            </td>
            <td>
              <Where mentions={link.mentions} places={places} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How one mentions the other, and the keys of the paragraphs where it does. */
function wordsOf({ source, target, invoked, inferred }: ReferenceLink, edges: readonly ReferenceEdge[], t: TFunction) {
  const own = edges.filter((edge) => edge.source === source && edge.target === target);
  const how = invoked.map((one) => t(`graph.invoked.${one}`)).join(t("inferred.joint"));
  return {
    how: inferred ? `${how} (${t("graph.inferred")})` : how,
    places: [...new Set(own.map(({ paragraph }) => paragraph))],
  };
}

function Where({ mentions, places }: { mentions: number; places: readonly string[] }) {
  const { t } = useLang();
  return (
    <span className="graph-where">
      <span className="state">{t("graph.mentions", { count: mentions })}</span>
      {places.map((key) => {
        const { symbol, place } = placeOfKey(key);
        return (
          <InternalLink key={key} className="graph-place" href={resolutionHref(symbol, { place })}>
            {shortPlaceLabel(place ?? "META", t)}
          </InternalLink>
        );
      })}
    </span>
  );
}

/** A document: a link to its text where it is held, else to what lies around it. */
function NodeName({ node, symbol }: { node: ReferenceNode | undefined; symbol: string }) {
  const { t } = useLang();
  const [held] = node?.held ?? [];
  const label = node?.label ?? symbol;
  return held === undefined ? (
    <>
      <InternalLink className="graph-name" href={graphHref(symbol)}>
        {label}
      </InternalLink>{" "}
      <span className="graph-nothere">{t("graph.notHeld")}</span>
    </>
  ) : (
    <InternalLink className="graph-name is-held" href={resolutionHref(held)}>
      {label}
    </InternalLink>
  );
}
