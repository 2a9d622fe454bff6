import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";
import { navigate } from "wouter/use-browser-location";

import type { Opening } from "./routes";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** `keep`: what the history entry holds now, read when the link is followed. */
  opening?: Opening | "keep" | null;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link of ours: followed in place, yet a real address for a new tab or for copying. */
export function InternalLink({ href, opening = null, onClick, children, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || event.button !== 0) return;
    event.preventDefault();
    navigate(href, { state: opening === "keep" ? (window.history.state as unknown) : opening });
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
