/** Of one answer under an address of its own. */
export const zhAnswers = {
  answers: { heading: "一则回答" },
};
