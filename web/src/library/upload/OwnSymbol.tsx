import { useId } from "react";

import { useLang } from "../../i18n/useLang";

/** For a file that does not state its symbol. */
export function OwnSymbol({ symbol, onChange }: { symbol: string; onChange: (symbol: string) => void }) {
  const { t } = useLang();
  const id = useId();
  return (
    <details className="own-symbol">
      <summary>{t("library.upload.symbolAsk")}</summary>
      <label htmlFor={id}>{t("library.upload.symbol")}</label>
      <input
        id={id}
        className="field"
        maxLength={100}
        placeholder="A/RES/75/45"
        spellCheck={false}
        value={symbol}
        onChange={(event) => onChange(event.target.value)}
      />
    </details>
  );
}
