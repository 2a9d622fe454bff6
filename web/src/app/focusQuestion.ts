/** How long the box may take to come: the chat's code is fetched when it is first wanted. */
const PATIENCE_MS = 5000;

/** Moves the keyboard to the box to ask in, as soon as it is there. */
export function focusQuestion() {
  const until = performance.now() + PATIENCE_MS;
  const before = document.activeElement;
  const attempt = () => {
    const box = document.getElementById("question");
    if (box !== null && box.offsetParent !== null) {
      box.focus();
      return;
    }
    // Who has gone on meanwhile is left where they are.
    const wentOn = document.activeElement !== before && document.activeElement !== document.body;
    if (!wentOn && performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
