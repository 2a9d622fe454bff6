/** How a graph is asked for and shown, as it stands in the address. */

export const DIRECTIONS = ["both", "mentions", "mentioned_by"] as const;
export const DEPTHS = [1, 2, 3, 4] as const;
const SHOWN = ["drawing", "table"] as const;

export type Shown = (typeof SHOWN)[number];

/** A drawing of more cannot be taken in; and as many as the server gives. */
const NODES = { few: 60, all: 1000 };
const EDGES = 2000;

export interface GraphView {
  depth: (typeof DEPTHS)[number];
  direction: (typeof DIRECTIONS)[number];
  /** Null leaves it to the page. */
  shown: Shown | null;
  /** Whether all that the server gives is wanted. */
  all: boolean;
}

export function viewOf(search: string): GraphView {
  const query = new URLSearchParams(search);
  return {
    depth: DEPTHS.find((depth) => String(depth) === query.get("depth")) ?? 1,
    direction: DIRECTIONS.find((direction) => direction === query.get("direction")) ?? "both",
    shown: SHOWN.find((shown) => shown === query.get("view")) ?? null,
    all: query.get("all") === "true",
  };
}

/** The address's query with one of its values changed; what is as it would be anyway stays out. */
export function withView(search: string, key: "depth" | "direction" | "view" | "all", value: string | null): string {
  const query = new URLSearchParams(search);
  if (value === null) query.delete(key);
  else query.set(key, value);
  return query.toString();
}

/** How many documents are shown at once. */
export function most({ all }: GraphView): number {
  return all ? NODES.all : NODES.few;
}

export function askedOf(view: GraphView): URLSearchParams {
  return new URLSearchParams({
    depth: String(view.depth),
    direction: view.direction,
    nodes: String(most(view)),
    edges: String(EDGES),
  });
}
