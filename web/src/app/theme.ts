import { useSyncExternalStore } from "react";

/** `system` follows the reader's system as it changes. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Also read by `public/theme.js`, before anything is drawn. */
const REMEMBERED = "resolution-assistant.theme";
const CHANGED = "theme-changed";
const DARK = "(prefers-color-scheme: dark)";

export function themeShown(chosen: Theme, systemIsDark: boolean): "light" | "dark" {
  if (chosen === "system") return systemIsDark ? "dark" : "light";
  return chosen;
}

export function themeFrom(remembered: string | null): Theme {
  return THEMES.find((theme) => theme === remembered) ?? "system";
}

function chosenTheme(): Theme {
  return themeFrom(localStorage.getItem(REMEMBERED));
}

function show() {
  const dark = window.matchMedia(DARK).matches;
  document.documentElement.dataset.theme = themeShown(chosenTheme(), dark);
}

/** Keeps the page in step with the system, with other tabs and with what is chosen here. */
export function followTheme() {
  show();
  window.matchMedia(DARK).addEventListener("change", show);
  window.addEventListener("storage", show);
  window.addEventListener(CHANGED, show);
}

function onChange(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

function choose(theme: Theme) {
  localStorage.setItem(REMEMBERED, theme);
  window.dispatchEvent(new Event(CHANGED));
}

export function useTheme() {
  return [useSyncExternalStore(onChange, chosenTheme), choose] as const;
}
