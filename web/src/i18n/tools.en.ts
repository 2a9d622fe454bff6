import type { zhTools } from "./tools.zh";

export const enTools: typeof zhTools & { tools: { coverage_one: string } } = {
  tools: {
    newest: "The newest in the library",
    pick: "Symbol or title",
    picking: "Looking…",
    pickedNone: "The library has none.",
    coverage_one: "The library holds {{count}} resolution.",
    coverage_other: "The library holds {{count}} resolutions.",
    heldNot: "not held",
    open: "Open {{what}}",
  },
};
