import type { zhAbout } from "./about.zh";

export const enAbout: typeof zhAbout = {
  about: { heading: "About this page" },
};
