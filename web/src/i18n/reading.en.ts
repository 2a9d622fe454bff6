import type { zhReading } from "./reading.zh";

export const enReading: typeof zhReading = {
  reading: { heading: "Resolution" },
};
