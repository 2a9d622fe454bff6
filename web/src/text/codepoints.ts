/** The API counts offsets in code points; a JavaScript string counts UTF-16 units. */

export interface Range {
  start: number;
  end: number;
}

/** `text[start:end]` in code points. */
export function slice(text: string, range: Range): string {
  return Array.from(text).slice(range.start, range.end).join("");
}
