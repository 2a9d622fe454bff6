import { AuiIf, ComposerPrimitive } from "@assistant-ui/react";
import type { KeyboardEvent } from "react";

import { useLang } from "../i18n/useLang";
import { GOES_ID } from "../model/WhereQuestionsGo";
import { isComposing } from "./composing";

/** The box to ask in. */
export function Composer() {
  const { t } = useLang();
  return (
    <ComposerPrimitive.Root className="composer">
      <label className="visually-hidden" htmlFor="question">
        {t("ask.label")}
      </label>
      <ComposerPrimitive.Input
        id="question"
        name="question"
        rows={1}
        maxRows={6}
        placeholder={t("ask.placeholder")}
        aria-describedby={`question-hint ${GOES_ID}`}
        onKeyDown={keepComposition}
      />
      <span id="question-hint" className="visually-hidden">
        {t("ask.hint")}
      </span>
      <AuiIf condition={(s) => !s.thread.isRunning}>
        <ComposerPrimitive.Send className="button is-primary">{t("ask.send")}</ComposerPrimitive.Send>
      </AuiIf>
      <AuiIf condition={(s) => s.thread.isRunning}>
        <ComposerPrimitive.Cancel className="button">{t("ask.stop")}</ComposerPrimitive.Cancel>
      </AuiIf>
    </ComposerPrimitive.Root>
  );
}

function keepComposition(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === "Enter" && isComposing(event)) event.preventDefault();
}
