import type { HovercardStore } from "@ariakit/react/hovercard";
import { createContext, type RefObject } from "react";

import type { Citation, CitedNow, Span } from "../api/types";

/** What a card says of a citation. */
export interface Cited {
  citation: Citation;
  /** The words of it that the answer quotes. */
  quoted: readonly Span[];
  /** What became of it in the library since; null where that was not asked. */
  state: CitedNow["state"] | null;
}

export interface Cards {
  store: HovercardStore;
  /** What each chip cites, for the card that comes to stand at it. */
  described: RefObject<WeakMap<Element, Cited>>;
  id: string;
}

export const CardsContext = createContext<Cards | null>(null);
