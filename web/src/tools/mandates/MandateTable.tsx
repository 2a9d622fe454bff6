import { InternalLink } from "../../app/InternalLink";
import { useLang } from "../../i18n/useLang";
import { langTag } from "../../text/language";
import type { Mandate } from "../types";
import { DueView, Names, SourceLink } from "./MandateParts";
import { orderOf, pressed, type Column } from "./sorting";

interface Props {
  mandates: readonly Mandate[];
  /** What addressees and deliverables are called in the reader's language. */
  called: ReadonlyMap<string, string>;
  search: string;
  onChange: (query: string) => void;
}

/** The mandates as a table, ordered by the column whose head is pressed. */
export function MandateTable({ mandates, called, search, onChange }: Props) {
  const { t } = useLang();
  const head = (column: Column) => <Head column={column} search={search} onChange={onChange} />;
  return (
    <table className="mandates">
      <caption className="visually-hidden">{t("mandates.heading")}</caption>
      <thead>
        <tr>
          {head("due")}
          {head("addressee")}
          <th scope="col">{t("mandates.column.text")}</th>
          {head("deliverable")}
          {head("resolution")}
        </tr>
      </thead>
      <tbody>
        {mandates.map((mandate) => (
          <tr key={`${mandate.key} ${mandate.position}`}>
            <td className="due">
              <DueView mandate={mandate} />
            </td>
            <td>
              <Names
                names={mandate.addressees.map(({ name }) => name)}
                called={called}
                lang={mandate.lang}
                none={t("mandates.noAddressee")}
              />
            </td>
            <td className="act">
              <InternalLink href={mandate.href} className="words" lang={langTag(mandate.lang, mandate.text)}>
                {mandate.text}
              </InternalLink>
            </td>
            <td>
              <Names names={mandate.deliverables} lang={mandate.lang} called={called} none="" />
            </td>
            <td className="source">
              <SourceLink mandate={mandate} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ column, search, onChange }: Omit<Props, "mandates" | "called"> & { column: Column }) {
  const { t } = useLang();
  const { by, descending } = orderOf(search);
  const isOrder = by === column;
  return (
    <th scope="col" aria-sort={isOrder ? (descending ? "descending" : "ascending") : undefined}>
      <button type="button" className="sort" onClick={() => onChange(pressed(search, column))}>
        {t(`mandates.column.${column}`)}
        <span aria-hidden="true">{isOrder ? (descending ? "↓" : "↑") : "↕"}</span>
      </button>
    </th>
  );
}
