import { useEffect, useState } from "react";

import { useLang } from "../i18n/useLang";

/** After this long a reader wonders whether anything still happens. */
const SLOW_MS = 5000;

/** What is being fetched, in words and as grey lines where its text will stand; it admits being slow. */
export function Waiting({ label, lines = 3 }: { label: string; lines?: number }) {
  const { t } = useLang();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting">
      <p className="state" role="status">
        {label}
        {slow && <span> {t("shell.slow")}</span>}
      </p>
      <div aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} className="skeleton" />
        ))}
      </div>
    </div>
  );
}
