/** Of what stands around a resolution’s text. */
export const zhReading = {
  reading: { heading: "决议" },
};
