import { Combobox, ComboboxItem, ComboboxLabel, ComboboxPopover, ComboboxProvider } from "@ariakit/react/combobox";
import { useState } from "react";

import { symbolNumber } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { useResolutionsNamed } from "./queries";
import type { Listing } from "./types";
import { useSettled } from "./useSettled";

interface Props {
  label: string;
  /** The symbol chosen already. */
  value: string | null;
  onChoose: (symbol: string) => void;
}

/** Typing waits this long for the next letter before the library is asked. */
const SETTLED_MS = 180;

/** A box to choose a resolution of the library: by its number, or by words of its title or text. */
export function ResolutionPicker({ label, value, onChoose }: Props) {
  const { t } = useLang();
  const chosen = value ?? "";
  const [typed, setTyped] = useState(chosen);
  const [open, setOpen] = useState(false);
  const [shownFor, setShownFor] = useState(chosen);
  if (shownFor !== chosen) {
    setShownFor(chosen);
    setTyped(chosen);
  }
  const wanted = typed === chosen ? "" : typed.trim();
  const asked = useSettled(wanted, SETTLED_MS);
  const { data, isFetching, isError, isPlaceholderData } = useResolutionsNamed(asked, open);
  // What was found for other words stays in sight, but nobody chooses it by a quick Enter.
  const stale = isPlaceholderData || asked !== wanted;
  const hits = data?.hits ?? [];
  return (
    <div className="tool-field picker">
      <ComboboxProvider value={typed} setValue={setTyped} open={open} setOpen={setOpen} resetValueOnHide={false}>
        <ComboboxLabel>{label}</ComboboxLabel>
        <Combobox
          className="select"
          placeholder={t("tools.pick")}
          autoSelect="always"
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(chosen)}
        />
        <ComboboxPopover className="combobox-list" gutter={4} fitViewport sameWidth={false}>
          {hits.map((hit) => (
            <Hit
              key={hit.summary.symbol}
              hit={hit}
              stale={stale}
              onChoose={() => {
                setTyped(chosen);
                onChoose(hit.summary.symbol);
              }}
            />
          ))}
          {hits.length === 0 && (
            <p className="picker-none" role="status">
              {isFetching ? t("tools.picking") : isError ? t("problem.unreachable") : t("tools.pickedNone")}
            </p>
          )}
        </ComboboxPopover>
      </ComboboxProvider>
    </div>
  );
}

interface HitProps {
  hit: Listing["hits"][number];
  stale: boolean;
  onChoose: () => void;
}

function Hit({ hit: { summary, titles }, stale, onChoose }: HitProps) {
  const { t, lang } = useLang();
  const title = titles.find((one) => one.lang === lang) ?? titles[0];
  return (
    <ComboboxItem
      className="combobox-item picker-item"
      value={summary.symbol}
      aria-disabled={stale || undefined}
      hideOnClick={!stale}
      setValueOnClick={false}
      onClick={() => {
        if (!stale) onChoose();
      }}
    >
      <span className="symbol">{symbolNumber(summary.symbol)}</span>
      {title === undefined || title.text === "" ? (
        <span className="title state">{t("reader.noTitle")}</span>
      ) : (
        <span className="title words" lang={langTag(title.lang, title.text)}>
          {title.text}
        </span>
      )}
    </ComboboxItem>
  );
}
