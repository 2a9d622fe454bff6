import { HovercardAnchor } from "@ariakit/react/hovercard";
import { useStoreState } from "@ariakit/react/store";
import { useContext, useEffect, useState, type ReactElement } from "react";

import { CardsContext, type Cards, type Cited } from "./cards";

interface Props {
  cited: Cited;
  children: ReactElement;
}

/** Lets the card come to stand at a link, for the pointer that rests on it and the keyboard's focus. */
export function WithCard({ cited, children }: Props) {
  const cards = useContext(CardsContext);
  return cards === null ? children : <Anchor cards={cards} cited={cited} link={children} />;
}

function Anchor({ cards, cited, link }: { cards: Cards; cited: Cited; link: ReactElement }) {
  const { store, described, id } = cards;
  const [element, setElement] = useState<HTMLAnchorElement | null>(null);
  const shown = useStoreState(store, (state) => state.mounted && state.anchorElement === element);
  useEffect(() => {
    if (element) described.current.set(element, cited);
  }, [cited, described, element]);
  return (
    <HovercardAnchor
      store={store}
      ref={setElement}
      render={link}
      aria-describedby={shown ? id : undefined}
      onFocusVisible={(event) => {
        store.setAnchorElement(event.currentTarget);
        store.show();
      }}
      onBlur={() => {
        if (store.getState().anchorElement === element) store.hide();
      }}
      onClick={() => store.hide()}
    />
  );
}
