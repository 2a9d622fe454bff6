import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";
import { navigate } from "wouter/use-browser-location";

import type { Opening } from "./routes";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  opening?: Opening | null;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link of ours: followed in place, yet a real address for a new tab or for copying. */
export function InternalLink({ href, opening = null, onClick, children, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || event.button !== 0) return;
    event.preventDefault();
    navigate(href, { state: opening });
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
