import { useAbout, useHealth, useNewest } from "../api/queries";
import { InternalLink } from "../app/InternalLink";
import { libraryHref } from "../app/routes";
import { Screen } from "../app/Screen";
import { ShortcutList } from "../app/ShortcutList";
import { useLang } from "../i18n/useLang";
import { noticeOf } from "../model/notice";
import { useExtractsOnly } from "../model/useExtractsOnly";
import "../styles/about.css";

const TERMS = {
  zh: "https://www.un.org/zh/about-us/terms-of-use",
  en: "https://www.un.org/en/about-us/terms-of-use",
} as const;
const OFFICIAL_TEXTS = "https://documents.un.org/";

/** What this page is, whose texts it shows, and where questions go. */
export default function AboutScreen() {
  const { t, lang } = useLang();
  return (
    <Screen title={t("about.heading")} lead={t("about.lead")}>
      <div className="about">
        <section>
          <h2>{t("about.notTheUN")}</h2>
          <p>{t("about.independence")}</p>
        </section>
        <section>
          <h2>{t("about.texts")}</h2>
          <p>{t("about.terms")}</p>
          <ul>
            <li>
              <a href={TERMS[lang]} rel="noreferrer">
                {t("about.toTerms")}
              </a>
            </li>
            <li>
              <a href={OFFICIAL_TEXTS} rel="noreferrer">
                {t("about.toOfficialTexts")}
              </a>
            </li>
          </ul>
          <Held />
        </section>
        <section>
          <h2>{t("about.questions")}</h2>
          <Questions />
        </section>
        <section>
          <h2>{t("shell.shortcuts.heading")}</h2>
          <ShortcutList />
        </section>
        <section>
          <h2>{t("about.software")}</h2>
          <Software />
        </section>
      </div>
    </Screen>
  );
}

function Held() {
  const { t } = useLang();
  const { data } = useNewest();
  return (
    <p>
      {data && <>{t("about.held", { count: data.total })} </>}
      <InternalLink href={libraryHref}>{t("about.toLibrary")}</InternalLink>
    </p>
  );
}

function Questions() {
  const { t } = useLang();
  const { data: about, isPending } = useAbout();
  const [extractsOnly] = useExtractsOnly();
  if (!about) return <p>{t(isPending ? "notice.asking" : "notice.unknown")}</p>;
  const { sentences, more } = noticeOf(about, extractsOnly, t);
  return (
    <ul>
      {[...sentences, ...more].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Software() {
  const { t } = useLang();
  const { data } = useHealth();
  return (
    <>
      <p>{t("about.licence", { version: data?.version ?? "…" })}</p>
      <p>{t("about.drawing")}</p>
    </>
  );
}
