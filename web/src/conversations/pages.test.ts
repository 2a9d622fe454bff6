import { expect, test } from "vitest";

import type { ConversationPage } from "../api/types";
import { without, withTitle } from "./pages";

const one = (id: string) => ({ id, title: `问${id}`, turns: 1, updated: "2026-11-22T09:00:00Z" });
const PAGES: ConversationPage[] = [
  { conversations: [one("a"), one("b")], total: 3, next: "2" },
  { conversations: [one("c")], total: 3, next: null },
];
const titles = (pages: ConversationPage[]) => pages.flatMap((page) => page.conversations.map(({ title }) => title));

test("a new title stands at once, and only there", () => {
  expect(titles(withTitle(PAGES, "b", "新"))).toEqual(["问a", "新", "问c"]);
});

test("a blank title waits for the server, which knows the first question", () => {
  expect(titles(withTitle(PAGES, "b", "  "))).toEqual(["问a", "问b", "问c"]);
});

test("a deleted conversation is gone from its page and from every count", () => {
  const left = without(PAGES, "c");
  expect(titles(left)).toEqual(["问a", "问b"]);
  expect(left.map(({ total }) => total)).toEqual([2, 2]);
});

test("what was not there changes no count", () => {
  expect(without(PAGES, "x").map(({ total }) => total)).toEqual([3, 3]);
});
