import { useEffect, useState } from "react";

import { resolutionHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { copyText } from "./clipboard";
import { useReading } from "./reading";

/** So long a button says that it has done what it says. */
const SAID_MS = 2000;

interface Props {
  place: string;
  label: string;
  /** The tab key reaches it in the paragraph that the address names; the pointer in any. */
  isCurrent: boolean;
}

/** Copies a paragraph's address. */
export function CopyAddress({ place, label, isCurrent }: Props) {
  const { t } = useLang();
  const { symbol, view } = useReading();
  const [done, setDone] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const address = new URL(resolutionHref(symbol, { place, view }), window.location.href);
    setDone((await copyText(address.href)) ? "copied" : "failed");
  };
  return (
    <button
      type="button"
      className="copy-address"
      data-done={done !== null || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={done === null ? t("reading.copyAddress", { place: label }) : undefined}
      onClick={() => void copy()}
    >
      {t(done === null ? "reading.copy" : `reading.${done}`)}
    </button>
  );
}
