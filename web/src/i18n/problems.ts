import type { TFunction } from "i18next";

import type { Problem } from "../api/types";

/** The server's own words where it gave some, else ours for what the page found. */
export function problemText(problem: Problem, t: TFunction): string {
  if (problem.detail !== "") return problem.detail;
  if (problem.code === "unreachable") return t("problem.unreachable");
  if (problem.code === "interrupted") return t("problem.interrupted");
  return t("problem.unreadable", { status: problem.status });
}
