import { useSyncExternalStore } from "react";

const REMEMBERED = "resolution-assistant.extracts-only";

/** Told to what draws the choice; other tabs are told by the browser. */
const CHANGED = "extracts-only-changed";

function onChange(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

function isChosen(): boolean {
  return localStorage.getItem(REMEMBERED) === "true";
}

function choose(extractsOnly: boolean) {
  localStorage.setItem(REMEMBERED, String(extractsOnly));
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether the reader wants the resolutions' own words and no model's, and how that is chosen. */
export function useExtractsOnly() {
  return [useSyncExternalStore(onChange, isChosen), choose] as const;
}
