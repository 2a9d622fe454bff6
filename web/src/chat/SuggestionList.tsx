import { useAui } from "@assistant-ui/react";

/** Questions to be asked with one click. */
export function SuggestionList({ questions }: { questions: readonly string[] }) {
  const aui = useAui();
  const ask = (question: string) =>
    aui.thread().append({ role: "user", content: [{ type: "text", text: question }] });
  return (
    <ul>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" className="suggestion" onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
