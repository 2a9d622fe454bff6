import type { zhGraph } from "./graph.zh";

export const enGraph: typeof zhGraph = {
  graph: { heading: "References" },
};
