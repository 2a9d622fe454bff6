/** Whether the reader has followed a link since the page was loaded. At the first screen the focus
 * stays where the browser puts it: whoever opens a page reads it from its beginning. */
let moved = false;

export function noteArrivals() {
  for (const name of ["pushState", "popstate"]) {
    window.addEventListener(name, () => {
      moved = true;
    });
  }
}

export function arrivedByLink(): boolean {
  return moved;
}
