import { useAui } from "@assistant-ui/react";
import { useEffect } from "react";
import { navigate, usePathname, useSearch } from "wouter/use-browser-location";

import { homeHref } from "../app/routes";

/** The name under which an address carries a question: `/?q=…`. */
export const QUESTION = "q";

export function askHref(question: string): string {
  return `${homeHref}?${new URLSearchParams({ [QUESTION]: question }).toString()}`;
}

/**
 * A question that came with the address goes into the box of a new conversation. It is not sent: who
 * follows a link has not asked anything yet.
 */
export function GivenQuestion({ onGiven }: { onGiven: () => void }) {
  const aui = useAui();
  const pathname = usePathname();
  const question = new URLSearchParams(useSearch()).get(QUESTION);
  const given = pathname === homeHref && question !== null ? question : null;
  useEffect(() => {
    if (given === null) return;
    onGiven();
    aui.composer().setText(given);
    navigate(homeHref, { replace: true });
    requestAnimationFrame(() => document.getElementById("question")?.focus());
  }, [aui, given, onGiven]);
  return null;
}
