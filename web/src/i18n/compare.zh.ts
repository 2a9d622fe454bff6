/** Of the comparison of two resolutions. */
export const zhCompare = {
  compare: { heading: "比较两份决议" },
};
