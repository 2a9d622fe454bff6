import { InternalLink } from "../../app/InternalLink";
import { useLang } from "../../i18n/useLang";
import { langTag } from "../../text/language";
import type { Mandate } from "../types";
import { DueView, Names, SourceLink } from "./MandateParts";
import { COLUMNS, orderedBy, orderOf, pressed } from "./sorting";

interface Props {
  mandates: readonly Mandate[];
  /** What addressees and deliverables are called in the reader's language. */
  called: ReadonlyMap<string, string>;
  search: string;
  onChange: (query: string) => void;
}

/** The same on a phone: a card for each mandate, and a list to choose their order from. */
export function MandateCards({ mandates, called, search, onChange }: Props) {
  const { t } = useLang();
  const { by, descending } = orderOf(search);
  return (
    <>
      <div className="card-order">
        <label>
          {t("mandates.order")}{" "}
          <select
            value={by}
            onChange={({ target }) => {
              const column = COLUMNS.find((one) => one === target.value);
              if (column !== undefined) onChange(orderedBy(search, column));
            }}
          >
            {COLUMNS.map((column) => (
              <option key={column} value={column}>
                {t(`mandates.column.${column}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => onChange(pressed(search, by))}>
          {descending ? t("mandates.descending") : t("mandates.ascending")}
        </button>
      </div>
      <ul className="mandate-cards">
        {mandates.map((mandate) => (
          <li key={`${mandate.key} ${mandate.position}`}>
            <MandateCard mandate={mandate} called={called} />
          </li>
        ))}
      </ul>
    </>
  );
}

function MandateCard({ mandate, called }: Pick<Props, "called"> & { mandate: Mandate }) {
  const { t } = useLang();
  const { addressees, deliverables, lang, text, href } = mandate;
  return (
    <article className="mandate-card">
      <p>
        <InternalLink href={href} className="words" lang={langTag(lang, text)}>
          {text}
        </InternalLink>
      </p>
      <dl>
        <div>
          <dt>{t("mandates.column.due")}</dt>
          <dd className="due">
            <DueView mandate={mandate} />
          </dd>
        </div>
        <div>
          <dt>{t("mandates.column.addressee")}</dt>
          <dd>
            <Names
              names={addressees.map(({ name }) => name)}
              called={called}
              lang={lang}
              none={t("mandates.noAddressee")}
            />
          </dd>
        </div>
        {deliverables.length > 0 && (
          <div>
            <dt>{t("mandates.column.deliverable")}</dt>
            <dd>
              <Names names={deliverables} lang={lang} called={called} none="" />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("mandates.column.resolution")}</dt>
          <dd className="source">
            <SourceLink mandate={mandate} />
          </dd>
        </div>
      </dl>
    </article>
  );
}
