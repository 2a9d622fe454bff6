import type { zhMandates } from "./mandates.zh";

export const enMandates: typeof zhMandates = {
  mandates: { heading: "Mandates and deadlines" },
};
