/** Of a series over the sessions. */
export const zhSeries = {
  series: { heading: "历届系列" },
};
