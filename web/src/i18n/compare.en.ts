import type { zhCompare } from "./compare.zh";

export const enCompare: typeof zhCompare = {
  compare: { heading: "Compare two resolutions" },
};
