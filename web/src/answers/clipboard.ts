/**
 * Puts a text on the clipboard that may still be on its way. Safari gives the clipboard only to what
 * is asked for in the moment of the click, so the promise itself is handed over where that is known.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const clipboard = "clipboard" in navigator ? navigator.clipboard : null;
  if (clipboard === null) return copyFromPage(await text);
  if (typeof ClipboardItem === "undefined") return clipboard.writeText(await text);
  const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
  try {
    await clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } catch (error) {
    // Why the text did not come says more than that the clipboard got none.
    await text;
    throw error;
  }
}

/** Browsers give no clipboard to a page that came over plain HTTP from another machine. */
function copyFromPage(text: string) {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.className = "visually-hidden";
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error("The browser gives no clipboard");
}
