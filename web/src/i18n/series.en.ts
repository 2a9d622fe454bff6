import type { zhSeries } from "./series.zh";

export const enSeries: typeof zhSeries = {
  series: { heading: "Series over the sessions" },
};
