import type { KeyboardEvent } from "react";

/** Safari ends a composition before its Enter arrives; only this old code tells the two apart. */
const COMPOSING_KEY_CODE = 229;

/** Whether a key belongs to an input method that is still putting words together. */
export function isComposing({ nativeEvent, keyCode }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || keyCode === COMPOSING_KEY_CODE;
}
