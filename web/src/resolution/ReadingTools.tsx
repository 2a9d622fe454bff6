import { InternalLink } from "../app/InternalLink";
import { compareHref, graphHref, mandatesHref, seriesHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

interface Props {
  symbol: string;
  roles: boolean;
  onRoles: (shown: boolean) => void;
}

/** What can be done with a resolution that is read. */
export function ReadingTools({ symbol, roles, onRoles }: Props) {
  const { t, lang } = useLang();
  const mandates = `${mandatesHref}?${new URLSearchParams({ symbol }).toString()}`;
  const links = [
    ["series", seriesHref(symbol)],
    ["compare", compareHref(symbol)],
    ["graph", graphHref(symbol)],
    ["mandates", mandates],
  ] as const;
  return (
    <div className="reading-tools" lang={langTag(lang)}>
      <button type="button" className="button" aria-pressed={roles} onClick={() => onRoles(!roles)}>
        {t("reading.roles")}
      </button>
      <button type="button" className="button" onClick={() => window.print()}>
        {t("reading.print")}
      </button>
      <nav aria-label={t("reading.more")}>
        {links.map(([name, href]) => (
          <InternalLink key={name} href={href}>
            {t(`reading.to.${name}`)}
          </InternalLink>
        ))}
      </nav>
      {roles && (
        <p className="roles-legend">
          <span className="role" data-role="verb">
            {t("reading.role.verb")}
          </span>
          <span className="role" data-role="addressee">
            {t("reading.role.addressee")}
          </span>
          <span>{t("reading.rolesMeans")}</span>
        </p>
      )}
    </div>
  );
}
