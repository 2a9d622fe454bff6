import type { CopyForm } from "../api/answers";
import type { Citation, Lang } from "../api/types";
import { plainText } from "../chat/plainText";
import type { Reply } from "../chat/reply";

// The server writes whole answers in the same forms (`assistant/answering/exporting`); it keeps no
// further pages of a long one. `written.json` is what both are held against.
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SPECIAL = /[\\`*_{}[\]<>#|~!&$]/g;
const AT_THE_BEGINNING = /^(?:([-+=])|([0-9]+)([.)]))/;
const BY_ASSEMBLY = /^A\/(?:RES|DEC)\//;
const CHINESE_STEP = /(^附件[一二三四五六七八九十0-9]*|第[^第]+节)(?=第|标题|序言)/g;
const ENGLISH_STEP = /(?<!preambular) (?=(?:preambular|para\.|art\.|sect\.|heading) )/g;
const ENGLISH_STEPS = [
  ["operative paragraph ", "para. "],
  ["preambular paragraph ", "preambular para. "],
  ["paragraph ", "para. "],
  ["article ", "art. "],
  ["section ", "sect. "],
] as const;

type Shown = Pick<Reply, "statements" | "citations">;
type Cited = Pick<Citation, "symbol" | "paragraph" | "label" | "inferred">;

/** All that is shown of a long answer, for pasting elsewhere. `note`: what has to be said with it. */
export function written({ statements, citations }: Shown, form: CopyForm, lang: Lang, note: string | null): string {
  if (form === "text") return plainText({ statements, citations }, note);
  if (form === "markdown") {
    const lines = statements.map((one) => escaped(one.text) + one.citations.map((n) => `[^${n}]`).join(""));
    if (note !== null) lines.push(`*${escaped(note)}*`);
    const notes = citations.map((one) => `[^${one.n}]: ${escaped(bySymbol(one, lang))}`);
    return [...lines, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
  }
  const lines = statements.map((one) => one.text + one.citations.map(raised).join(", "));
  const notes = citations.map((one) => `${raised(one.n)} ${asFootnote(one, lang)}`);
  return [...lines, ...(notes.length > 0 ? ["", ...notes] : []), ...(note === null ? [] : ["", note])].join("\n");
}

/** `大会第75/45号决议，第13段。`, `General Assembly resolution 75/45, para. 13.` */
export function asFootnote(cited: Cited, lang: Lang): string {
  const [named, place] = parts(cited, lang);
  const byAssembly = BY_ASSEMBLY.test(cited.symbol);
  if (lang === "zh") {
    const steps = place.replace("执行部分", "").replace(CHINESE_STEP, "$1，");
    return `${byAssembly ? "大会" : ""}${named}，${steps}。`;
  }
  const short = ENGLISH_STEPS.reduce((said, [whole, brief]) => said.replaceAll(whole, brief), place);
  const spaced = short.replace(ENGLISH_STEP, ", ").replace(/(?<=[0-9)])\(/g, " (");
  return `${byAssembly ? "General Assembly " : ""}${named}, ${spaced}.`;
}

/** `A/RES/75/45, 执行部分第13段`. */
export function bySymbol(cited: Cited, lang: Lang): string {
  return `${cited.symbol}, ${parts(cited, lang)[1]}`;
}

/** What a label calls the resolution and the place; that anything was inferred is said with the place. */
function parts({ label, inferred, paragraph }: Cited, lang: Lang): [string, string] {
  const joint = lang === "zh" ? "，" : ", ";
  const at = label.indexOf(joint);
  const unsaid = inferred && !paragraph.includes("~");
  const guessed = unsaid ? { zh: "（推定）", en: " (inferred)" }[lang] : "";
  return [label.slice(0, at), label.slice(at + joint.length) + guessed];
}

/** Foreign text as Markdown that says what it says and does nothing. */
export function escaped(text: string): string {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map(escapedLine).filter(Boolean).join("\\\n");
}

function escapedLine(line: string): string {
  const safe = line.trim().replace(SPECIAL, "\\$&");
  const [, bullet, number] = AT_THE_BEGINNING.exec(safe) ?? [];
  if (bullet !== undefined) return `\\${safe}`;
  return number === undefined ? safe : `${number}\\${safe.slice(number.length)}`;
}

function raised(n: number): string {
  return Array.from(String(n), (digit) => SUPERSCRIPTS[Number(digit)]).join("");
}
