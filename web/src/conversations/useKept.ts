import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { navigate } from "wouter/use-browser-location";

import { RequestError } from "../api/client";
import { conversationHref, type Screen } from "../app/routes";
import type { Conversation } from "../chat/useConversation";
import { useLang } from "../i18n/useLang";
import { readConversation } from "./api";
import { settle } from "./settling";

/** Whether the conversation of the address can be shown. */
export type Kept =
  /** `opened`: fetched under this id; null for one begun on this page. */
  | { kind: "shown"; opened: string | null }
  | { kind: "loading" | "missing" }
  | { kind: "failed"; error: Error; retry: () => void };

/** Every list of conversations, however it is searched. */
export const CONVERSATIONS = "conversations";

/** Keeps the address and the conversation together: opens what is kept, names what is new. */
export function useKept(screen: Screen, conversation: Conversation): Kept {
  const { lang } = useLang();
  const { id: held, turns, open, clear } = conversation;
  const [named, setNamed] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const address = screen.kind === "chat" ? screen.conversation : undefined;
  const settled = settle({ address, held, asked: turns.length > 0, named });
  if (settled.named !== named) setNamed(settled.named);

  const { act } = settled;
  const wanted = act === "load" ? (address ?? null) : null;
  const { data, error, refetch } = useQuery({
    queryKey: ["conversation", wanted],
    queryFn: ({ signal }) => readConversation(wanted ?? "", lang, signal),
    enabled: wanted !== null,
    // It may have been gone on with in another tab.
    staleTime: 0,
    gcTime: 0,
  });
  if (data && opened !== data.id) setOpened(data.id);
  if (address === null && opened !== null) setOpened(null);

  useEffect(() => {
    if (act === "name") navigate(conversationHref(held), { replace: true, state: null });
    if (act === "clear") clear();
    if (act === "load" && data) open(data);
  }, [act, held, clear, data, open]);
  useListAnew(turns.filter(({ reply }) => reply.phase === "done").length, held);

  if (act !== "load") return { kind: "shown", opened };
  if (error) return failure(error, () => void refetch());
  return { kind: "loading" };
}

/** An id that cannot be one is as missing as one of another browser. */
function failure(error: Error, retry: () => void): Kept {
  const status = error instanceof RequestError ? error.problem.status : 0;
  return status === 404 || status === 422 ? { kind: "missing" } : { kind: "failed", error, retry };
}

/** An answer moves its conversation to the top of the list. */
function useListAnew(answered: number, held: string | null) {
  const client = useQueryClient();
  useEffect(() => {
    if (answered > 0) void client.invalidateQueries({ queryKey: [CONVERSATIONS] });
  }, [answered, client, held]);
}
