import { useAbout } from "../api/queries";
import { useLang } from "../i18n/useLang";
import { noticeOf } from "./notice";
import { useExtractsOnly } from "./useExtractsOnly";

/** The id of the line that says where a question goes, for the box that it is asked in. */
export const GOES_ID = "question-goes";

/** Under the box to ask in: who answers, where the question goes, and what is kept of it. */
export function WhereQuestionsGo() {
  const { t } = useLang();
  const { data: about, isPending } = useAbout();
  const [extractsOnly, chooseExtracts] = useExtractsOnly();
  if (!about) {
    return (
      <p className="goes" id={GOES_ID}>
        {t(isPending ? "notice.asking" : "notice.unknown")}
      </p>
    );
  }
  const { sentences, more, leaves } = noticeOf(about, extractsOnly, t);
  return (
    <div className="goes" data-leaves={leaves}>
      <details>
        <summary>
          <span id={GOES_ID}>{sentences.join(t("notice.joint"))}</span>
        </summary>
        <ul>
          {more.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {about.model !== null && (
        <label className="extracts-switch">
          <input
            type="checkbox"
            checked={extractsOnly}
            onChange={(event) => chooseExtracts(event.target.checked)}
          />
          {t("notice.extractsOnly")}
        </label>
      )}
    </div>
  );
}
