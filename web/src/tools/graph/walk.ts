import type { ReferenceLink } from "../types";
import type { Point } from "./layout";

export type Direction = "left" | "right" | "up" | "down";

/** The arrow keys. */
export const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Nodes whose left edges differ by less stand in one column. */
const ONE_COLUMN = 20;

/**
 * Where an arrow key leads from a node: sideways along a line to the nearest node at its other end,
 * up and down to the next one in the same column. Null where nothing lies there.
 */
export function step(
  from: string,
  direction: Direction,
  places: ReadonlyMap<string, Point>,
  links: readonly ReferenceLink[],
): string | null {
  const here = places.get(from);
  if (here === undefined) return null;
  const vertical = direction === "up" || direction === "down";
  const reachable = vertical ? [...places.keys()] : neighbours(from, links);
  const candidates = reachable.flatMap((symbol) => {
    const there = places.get(symbol);
    if (there === undefined || symbol === from) return [];
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    return lies(direction, dx, dy) ? [{ symbol, away: Math.hypot(dx, dy) }] : [];
  });
  candidates.sort((a, b) => a.away - b.away);
  return candidates[0]?.symbol ?? null;
}

function lies(direction: Direction, dx: number, dy: number): boolean {
  switch (direction) {
    case "left":
      return dx < -ONE_COLUMN;
    case "right":
      return dx > ONE_COLUMN;
    case "up":
      return Math.abs(dx) <= ONE_COLUMN && dy < 0;
    case "down":
      return Math.abs(dx) <= ONE_COLUMN && dy > 0;
  }
}

function neighbours(from: string, links: readonly ReferenceLink[]): string[] {
  return links.flatMap(({ source, target }) => {
    if (source === from) return [target];
    return target === from ? [source] : [];
  });
}
