import type { Answer } from "../api/types";
import { useLang } from "../i18n/useLang";

interface Props {
  answer: Answer;
  level?: "h2" | "h3";
}

/** What was asked for and is not there, and what would make the question clear; each said once. */
export function Missing({ answer, level: Heading = "h3" }: Props) {
  const { t } = useLang();
  const { missing, clarify, statements } = answer;
  const said = statements.map(({ text }) => text).join("\n");
  const unsaid = missing.filter((item) => !said.includes(item));
  return (
    <>
      {clarify !== null && !said.includes(clarify) && <p className="clarify">{clarify}</p>}
      {unsaid.length > 0 && (
        <div className="missing">
          <Heading>{t("reply.missing")}</Heading>
          <ul>
            {unsaid.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
