import type { MouseEvent } from "react";

import { useLang } from "../i18n/useLang";

/** The browser's own jump to a fragment loses the focus when the route is drawn again meanwhile. */
function focusOn(event: MouseEvent<HTMLAnchorElement>, target: HTMLElement | null) {
  event.preventDefault();
  target?.focus();
}

/** Past the navigation: to the box on the chat's screen, else to the screen's heading. */
export function Skip({ toQuestion }: { toQuestion: boolean }) {
  const { t } = useLang();
  if (toQuestion) {
    return (
      <a className="skip" href="#question" onClick={(e) => focusOn(e, document.getElementById("question"))}>
        {t("app.skip")}
      </a>
    );
  }
  return (
    <a className="skip" href="#main" onClick={(e) => focusOn(e, document.querySelector("#main h1, #main h2"))}>
      {t("shell.skip")}
    </a>
  );
}
