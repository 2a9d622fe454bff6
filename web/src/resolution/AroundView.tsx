import type { ReactNode } from "react";

import { InternalLink } from "../app/InternalLink";
import { compareHref, mandatesHref, resolutionHref, seriesHref } from "../app/routes";
import { shortPlaceLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langOf, langTag } from "../text/language";
import { heldOnce, type Around } from "./around";

/** Names shown at once; a list of hundreds is unfolded when it is wanted. */
const AT_ONCE = 8;

/** Below the text: its neighbours in the series, what it mentions, who mentions it, what it asks for. */
export function AroundView({ around }: { around: Around | null }) {
  const { t, lang } = useLang();
  if (around === null) return null;
  const { symbol, earlier, later, series, mentioned_by: by, mentioned_by_total: byTotal, mandates_total: due } = around;
  const held = heldOnce(around);
  return (
    <section className="around" aria-labelledby="around" lang={langTag(lang)}>
      <h3 id="around">{t("reading.around")}</h3>
      <Group title={t("reading.series")} none={t("reading.noSeries")}>
        {[
          earlier && (
            <Item key="earlier" what={t("reading.earlier")} {...earlier}>
              <InternalLink href={compareHref(earlier.symbol, symbol)}>{t("reading.compareWith")}</InternalLink>
            </Item>
          ),
          later && (
            <Item key="later" what={t("reading.later")} {...later}>
              <InternalLink href={compareHref(symbol, later.symbol)}>{t("reading.compareWith")}</InternalLink>
            </Item>
          ),
          series && series.members.length > 1 && (
            <li key="all">
              <InternalLink href={seriesHref(symbol)}>
                {t("reading.wholeSeries", { count: series.members.length })}
              </InternalLink>
            </li>
          ),
        ]}
      </Group>
      <Group title={t("reading.mentions", { count: held.length })} none={t("reading.noMentions")}>
        {held.map((one) => (
          <Item key={one.symbol} {...one} />
        ))}
      </Group>
      <Group title={t("reading.mentionedBy", { count: byTotal })} none={t("reading.noMentionedBy")}>
        {by.map(({ places, ...one }) => (
          <Item key={one.symbol} {...one}>
            {places.slice(0, AT_ONCE).map((place) => (
              <InternalLink key={place} href={resolutionHref(one.symbol, { place })}>
                {shortPlaceLabel(place, t)}
              </InternalLink>
            ))}
          </Item>
        ))}
      </Group>
      <Group title={t("reading.mandates", { count: due })} none={t("reading.noMandates")}>
        {due > 0 && [
          <li key="all">
            <InternalLink href={`${mandatesHref}?${new URLSearchParams({ symbol }).toString()}`}>
              {t("reading.allMandates", { count: due })}
            </InternalLink>
          </li>,
        ]}
      </Group>
    </section>
  );
}

function Group({ title, none, children }: { title: string; none: string; children: ReactNode[] | false }) {
  const { t } = useLang();
  const items = (children || []).filter((child) => child !== null && child !== false);
  const folded = items.slice(AT_ONCE);
  return (
    <div className="around-group">
      <h4>{title}</h4>
      {items.length === 0 ? <p className="state">{none}</p> : <ul>{items.slice(0, AT_ONCE)}</ul>}
      {folded.length > 0 && (
        <details>
          <summary>{t("reading.others", { count: folded.length })}</summary>
          <ul>{folded}</ul>
        </details>
      )}
    </div>
  );
}

interface ItemProps {
  what?: string;
  label: string;
  title: string;
  href: string;
  children?: ReactNode;
}

function Item({ what, label, title, href, children }: ItemProps) {
  return (
    <li>
      {what !== undefined && <span className="around-what">{what}</span>}
      <InternalLink href={href}>{label}</InternalLink>{" "}
      {title !== "" && (
        <span className="words" lang={langTag(langOf(title), title)}>
          {title}
        </span>
      )}
      {children !== undefined && <span className="around-places">{children}</span>}
    </li>
  );
}
