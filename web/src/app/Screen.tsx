import { useEffect, useRef, type ReactNode } from "react";

import { useTitle } from "./useTitle";
import { arrivedByLink } from "./arrival";

interface Props {
  title: string;
  /** One or two sentences below the title. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** As wide as the window allows, for tables and drawings; else as wide as text reads well. */
  wide?: boolean;
  children: ReactNode;
}

/** A main screen: its landmark, its one `h1`, its document title, and the focus on arrival. */
export function Screen({ title, lead, actions, wide = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    if (arrivedByLink()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" className={wide ? "screen is-wide" : "screen"}>
      <div className="screen-body">
        <header className="screen-head">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions && <div className="screen-actions">{actions}</div>}
          {lead && <p className="screen-lead">{lead}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}
