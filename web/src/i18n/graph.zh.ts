/** Of the drawing of references. */
export const zhGraph = {
  graph: { heading: "引用关系" },
};
