import { unguessed } from "./places";

/** What the reader sees at the top, to be put back there when the text is drawn in another way. */
export interface Anchor {
  place: string;
  top: number;
}

const FRAME = ".side-body";
const BAR = ".views";
const PARAGRAPH = ".paragraph";

/** The first paragraph that begins in sight, else the one that fills the frame. */
export function placeAtTop(): Anchor | null {
  const frame = document.querySelector(FRAME);
  if (frame === null) return null;
  const bar = frame.querySelector(BAR);
  const top = (bar ?? frame).getBoundingClientRect()[bar ? "bottom" : "top"];
  const { bottom } = frame.getBoundingClientRect();
  const all = Array.from(frame.querySelectorAll(PARAGRAPH), (one) => ({
    place: one.id,
    box: one.getBoundingClientRect(),
  }));
  const seen =
    all.find(({ box }) => box.top >= top && box.top < bottom) ?? all.find(({ box }) => box.bottom > top);
  return seen ? { place: seen.place, top: seen.box.top } : null;
}

/** Scrolls so that the anchor's paragraph stands where it stood. */
export function restore({ place, top }: Anchor) {
  const frame = document.querySelector(FRAME);
  const paragraph = elementAt(place);
  if (frame && paragraph) frame.scrollTop += paragraph.getBoundingClientRect().top - top;
}

/** The paragraph of a place, its number guessed or printed. */
export function elementAt(place: string): HTMLElement | null {
  const exact = document.getElementById(place);
  if (exact?.matches(PARAGRAPH)) return exact;
  const plain = unguessed(place);
  const all = document.querySelectorAll<HTMLElement>(`${FRAME} ${PARAGRAPH}`);
  return Array.from(all).find((one) => unguessed(one.id) === plain) ?? null;
}

/** Shows a paragraph with what stands around it; of one too long for that, the quoted words. */
export function bringIntoView(paragraph: HTMLElement) {
  const fits = paragraph.offsetHeight < window.innerHeight / 2;
  const quoted = paragraph.querySelector("mark");
  if (fits || quoted) (fits ? paragraph : quoted)?.scrollIntoView({ block: "center" });
  else paragraph.scrollIntoView({ block: "start" });
}
