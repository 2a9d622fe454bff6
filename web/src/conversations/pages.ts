import type { ConversationPage } from "../api/types";

/** The pages once a conversation has this title; blank leaves the old one until the server answers. */
export function withTitle(pages: readonly ConversationPage[], id: string, title: string): ConversationPage[] {
  if (title.trim() === "") return [...pages];
  return pages.map((page) => ({
    ...page,
    conversations: page.conversations.map((one) => (one.id === id ? { ...one, title } : one)),
  }));
}

/** The pages without a conversation, and counted so. */
export function without(pages: readonly ConversationPage[], id: string): ConversationPage[] {
  const held = pages.some((page) => page.conversations.some((one) => one.id === id));
  return pages.map((page) => ({
    ...page,
    total: held ? page.total - 1 : page.total,
    conversations: page.conversations.filter((one) => one.id !== id),
  }));
}
