import { useLang } from "../i18n/useLang";
import { SORTS, type Filters, type Sort } from "./filters";

interface Props {
  filters: Filters;
  /** The order that the list has. */
  used: Sort | undefined;
  onChoose: (filters: Filters) => void;
}

export function SortSelect({ filters, used, onChoose }: Props) {
  const { t } = useLang();
  const searched = filters.q !== "";
  const orders: readonly Sort[] = searched ? SORTS : SORTS.filter((one) => one !== "best");
  const fallback: Sort = searched ? "best" : "newest";
  const shown = filters.sort ?? used ?? fallback;
  return (
    <label className="library-sort">
      <span>{t("library.sort.label")}</span>
      <select
        className="field"
        value={orders.includes(shown) ? shown : fallback}
        onChange={(event) => {
          const sort = SORTS.find((one) => one === event.target.value) ?? fallback;
          onChoose({ ...filters, sort: sort === fallback ? null : sort });
        }}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {t(`library.sort.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
