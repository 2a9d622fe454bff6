import { Hovercard, useHovercardStore, type HovercardStore } from "@ariakit/react/hovercard";
import { useStoreState } from "@ariakit/react/store";
import { useEffect, useId, useMemo, useRef, type ReactNode } from "react";

import { CardsContext, type Cited } from "./cards";
import { CitationText } from "./CitationText";

/** A card opens when the pointer rests, not when it passes. */
const SHOWN_AFTER_MS = 250;
const HIDDEN_AFTER_MS = 200;

/** One card for all citations below: it shows the paragraph of the chip that it stands at. */
export function CitationCards({ children }: { children: ReactNode }) {
  const store = useHovercardStore({
    showTimeout: SHOWN_AFTER_MS,
    hideTimeout: HIDDEN_AFTER_MS,
    placement: "bottom-start",
  });
  const described = useRef(new WeakMap<Element, Cited>());
  const id = useId();
  const cards = useMemo(() => ({ store, described, id }), [id, store]);
  return (
    <CardsContext value={cards}>
      {children}
      <Card store={store} id={id} citedAt={(anchor) => described.current.get(anchor)} />
    </CardsContext>
  );
}

interface CardProps {
  store: HovercardStore;
  id: string;
  citedAt: (anchor: Element) => Cited | undefined;
}

function Card({ store, id, citedAt }: CardProps) {
  const anchor = useStoreState(store, "anchorElement");
  const mounted = useStoreState(store, "mounted");
  useDismissal(store, mounted);
  const cited = mounted && anchor ? citedAt(anchor) : undefined;
  return (
    <Hovercard
      store={store}
      id={id}
      role="tooltip"
      className="hovercard citation-card"
      // Not clipped by what scrolls, and yet within the landmark that it belongs to.
      fixed
      focusable={false}
      autoFocusOnShow={false}
      autoFocusOnHide={false}
      hideOnEscape={false}
      // Whoever got to the chip by keyboard keeps the card while the pointer moves elsewhere.
      hideOnHoverOutside={() => !anchor?.matches(":focus-visible")}
      gutter={6}
      unmountOnHide
    >
      {cited && <CitationText {...cited} />}
    </Hovercard>
  );
}

/** Escape takes the card away wherever the focus is, and nothing else with it (WCAG 1.4.13). */
function useDismissal(store: HovercardStore, mounted: boolean) {
  useEffect(() => {
    if (!mounted) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      store.hide();
    };
    document.addEventListener("keydown", dismiss, true);
    return () => document.removeEventListener("keydown", dismiss, true);
  }, [mounted, store]);
}
