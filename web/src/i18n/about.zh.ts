/** Of the screen that says what this page is. */
export const zhAbout = {
  about: { heading: "关于本站" },
};
