import { makeStore, type Store } from "../app/store";

/**
 * The one key of this page, for reading and for adding files.
 *
 * It is kept in the tab's `sessionStorage`: that outlives a reload, ends with the tab, and is no other tab's. A
 * cookie would be sent by the browser on its own, whoever made it ask; `localStorage` would leave the key to
 * whoever sits down next. It stands in no address, since addresses are kept by histories and logs.
 */
const REMEMBERED = "resolution-assistant.key";

export interface KeyState {
  key: string | null;
  /** The server tells nothing without a key. */
  asked: boolean;
  /** The one that was held is good no more. */
  refused: boolean;
}

let store: Store<KeyState> | null = null;

export function keyStore(): Store<KeyState> {
  store ??= makeStore<KeyState>({ key: remembered(), asked: false, refused: false });
  return store;
}

export function heldKey(): string | null {
  return keyStore().get().key;
}

export function keepKey(key: string): void {
  remember(key);
  keyStore().set({ key, asked: false, refused: false });
}

export function forgetKey(): void {
  remember(null);
  keyStore().set({ ...keyStore().get(), key: null });
}

/** The server did not take this key. Another may have been entered meanwhile, which is left alone. */
export function refuseKey(key: string | null): void {
  if (key === null || heldKey() !== key) return;
  remember(null);
  keyStore().set({ ...keyStore().get(), key: null, refused: true });
}

/** Something was refused because no key was sent. */
export function askForKey(): void {
  const state = keyStore().get();
  if (state.key === null && !state.asked) keyStore().set({ ...state, asked: true });
}

/** The header that a key is sent by. It holds Latin letters only; a key is said to be wrong by the server. */
export function authorization(key: string | null): Record<string, string> {
  return key === null ? {} : { Authorization: `Bearer ${key.replace(/[^\x21-\x7e]/g, "?")}` };
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing has the key until the page is left. */
function remember(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(REMEMBERED);
    else sessionStorage.setItem(REMEMBERED, key);
  } catch {
    // Held in memory all the same.
  }
}
