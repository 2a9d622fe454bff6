import { useLang } from "../../i18n/useLang";
import { dayLabel } from "../../text/dates";
import { chosen, without, withoutFilters, type Chosen } from "./filters";
import { useCalled } from "./useCalled";

interface Props {
  filters: URLSearchParams;
  search: string;
  onChange: (query: string) => void;
}

/** What is chosen, each to be taken away again. */
export function ChosenFilters({ filters, search, onChange }: Props) {
  const { t } = useLang();
  const label = useLabel(filters);
  const all = chosen(filters);
  if (all.length === 0) return null;
  return (
    <ul className="chosen">
      {all.map((one) => (
        <li key={`${one.key} ${one.value}`}>
          <button
            type="button"
            className="chosen-one"
            aria-label={t("mandates.remove", { what: label(one) })}
            onClick={() => onChange(without(search, one))}
          >
            {label(one)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="button is-quiet" onClick={() => onChange(withoutFilters(search))}>
          {t("mandates.clear")}
        </button>
      </li>
    </ul>
  );
}

function useLabel(filters: URLSearchParams) {
  const { t, lang } = useLang();
  const called = useCalled(filters);
  return ({ key, value }: Chosen) => t("mandates.chosenOf", { name: t(`mandates.filter.${key}`), values: said(key, value) });

  function said(key: Chosen["key"], value: string): string {
    if (key === "due_session" || key === "session") return t("mandates.session", { n: value });
    if (key === "due_after" || key === "due_before") return dayLabel(value, lang);
    if (key === "timed" || key === "recurring") return t(`mandates.${key}.${value === "true" ? "true" : "false"}`);
    return called.get(value) ?? value;
  }
}
