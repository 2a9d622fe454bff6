import type { Reply } from "./reply";
import { StatementView } from "./StatementView";

/** The sentences of a reply in their order. */
export function Sentences({ reply }: { reply: Reply }) {
  return reply.statements.map((statement, index) => (
    <StatementView key={index} statement={statement} reply={reply} />
  ));
}
