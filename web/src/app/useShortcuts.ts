import { useEffect, useSyncExternalStore } from "react";

import { shortcutOf, takesKeys, type Shortcut } from "./shortcuts";

const REMEMBERED = "resolution-assistant.shortcuts";
const CHANGED = "shortcuts-changed";

function onChange(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

function areOn(): boolean {
  return localStorage.getItem(REMEMBERED) !== "off";
}

function choose(on: boolean) {
  localStorage.setItem(REMEMBERED, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether single keys do anything. Who dictates needs them off (WCAG 2.1.4). */
export function useShortcutsOn() {
  return [useSyncExternalStore(onChange, areOn), choose] as const;
}

/** Follows single keys wherever nothing is being typed. */
export function useShortcuts(follow: (shortcut: Shortcut) => void) {
  const [on] = useShortcutsOn();
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || takesKeys(event.target)) return;
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      event.preventDefault();
      follow(shortcut);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on, follow]);
}
