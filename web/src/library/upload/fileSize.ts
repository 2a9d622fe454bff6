import type { Lang } from "../../api/types";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 1,536 → 1.5 kB: in steps of 1,000, as Intl names them. */
export function fileSize(bytes: number, lang: Lang): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  return new Intl.NumberFormat(lang, {
    style: "unit",
    unit: UNITS[step],
    // "18 byte" is what the short form of the smallest unit says in English.
    unitDisplay: step === 0 && lang === "en" ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}
