/** Of mandates and deadlines. */
export const zhMandates = {
  mandates: { heading: "任务与期限" },
};
