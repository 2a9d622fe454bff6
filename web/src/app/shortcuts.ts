import { compareHref, graphHref, libraryHref, mandatesHref, seriesHref } from "./routes";

/** What a single key does, wherever nothing is being typed. */
export const SHORTCUTS = [
  { key: "/", name: "ask" },
  { key: "n", name: "new" },
  { key: "l", name: "library" },
  { key: "m", name: "mandates" },
  { key: "c", name: "compare" },
  { key: "s", name: "series" },
  { key: "r", name: "graph" },
  { key: "?", name: "help" },
] as const;

export type Shortcut = (typeof SHORTCUTS)[number]["name"];

/** Where a shortcut leads that is nothing but a link. */
export const LEADS_TO = {
  library: libraryHref,
  mandates: mandatesHref,
  compare: compareHref(),
  series: seriesHref(),
  graph: graphHref(),
} as const;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  repeat: boolean;
}

/** The shortcut of a key press; null where it is meant for something else. */
export function shortcutOf(pressed: Pressed): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || repeat) return null;
  // With the capitals locked it is the same key, and a full-width form is an input method's.
  const plain = key.normalize("NFKC").toLowerCase();
  return SHORTCUTS.find((one) => one.key === plain)?.name ?? null;
}

const TAKES_KEYS = "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/** Whether the keyboard belongs to what has the focus: a field, a menu, a dialog. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_KEYS) !== null;
}
