import { useId } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";

import { graphHref } from "../../app/routes";
import { Screen } from "../../app/Screen";
import { useLang } from "../../i18n/useLang";
import "../../styles/graph.css";
import "../../styles/tools.css";
import { Newest } from "../Newest";
import { ResolutionPicker } from "../ResolutionPicker";
import { GraphOf } from "./GraphOf";
import { usePlain } from "./usePlain";
import { DEPTHS, DIRECTIONS, viewOf, withView } from "./view";

/** Who mentions whom: drawn, or as a table. */
export default function GraphScreen({ symbol }: { symbol: string | null }) {
  const { t } = useLang();
  const search = useSearch();
  const plain = usePlain();
  const view = viewOf(search);
  const shown = view.shown ?? (plain ? "table" : "drawing");
  const change = (key: Parameters<typeof withView>[1], value: string | null) => {
    const query = withView(search, key, value);
    navigate(`${graphHref(symbol)}${query === "" ? "" : `?${query}`}`, { replace: true });
  };
  return (
    <Screen wide title={t("graph.heading")} lead={t("graph.lead")}>
      <div className="graph-choice">
        <ResolutionPicker
          label={t("graph.choose")}
          value={symbol}
          onChoose={(chosen) => navigate(`${graphHref(chosen)}${search === "" ? "" : `?${search}`}`)}
        />
        <Choice
          label={t("graph.direction")}
          value={view.direction}
          options={DIRECTIONS.map((one) => [one, t(`graph.directions.${one}`)])}
          onChoose={(value) => change("direction", value)}
        />
        <Choice
          label={t("graph.depth")}
          value={String(view.depth)}
          options={DEPTHS.map((one) => [String(one), t("graph.depths", { count: one })])}
          onChoose={(value) => change("depth", value)}
        />
        <Choice
          label={t("graph.view")}
          value={shown}
          options={(["drawing", "table"] as const).map((one) => [one, t(`graph.${one}`)])}
          onChoose={(value) => change("view", value)}
        />
      </div>
      {symbol === null ? (
        <>
          <p className="state">{t("graph.hint")}</p>
          <Newest hrefOf={graphHref} />
        </>
      ) : (
        <GraphOf symbol={symbol} view={view} shown={shown} onChange={change} />
      )}
    </Screen>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="tool-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}
