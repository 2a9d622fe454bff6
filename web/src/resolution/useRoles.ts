import { useState } from "react";

const REMEMBERED = "resolution-assistant.roles";

/** Whether verbs and addressees are marked: as the reader left it. */
export function useRoles() {
  const [shown, setShown] = useState(() => localStorage.getItem(REMEMBERED) === "true");
  const show = (now: boolean) => {
    localStorage.setItem(REMEMBERED, String(now));
    setShown(now);
  };
  return [shown, show] as const;
}
