import { useTitle } from "./useTitle";

/** Names the tab for as long as it is drawn: the chat itself stays behind other screens. */
export function Titled({ subject }: { subject: string | null }) {
  useTitle(subject);
  return null;
}
