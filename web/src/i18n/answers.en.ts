import type { zhAnswers } from "./answers.zh";

export const enAnswers: typeof zhAnswers = {
  answers: { heading: "One answer" },
};
