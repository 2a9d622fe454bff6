import { useSyncExternalStore } from "react";

import { keyStore, type KeyState } from "./key";

export function useKey(): KeyState {
  return useSyncExternalStore(keyStore().subscribe, keyStore().get);
}
