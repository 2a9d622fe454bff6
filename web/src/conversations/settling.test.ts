import { expect, test } from "vitest";

import { settle, type Standing } from "./settling";

const NOTHING: Standing = { address: null, held: null, asked: false, named: null };
const at = (standing: Partial<Standing>) => settle({ ...NOTHING, ...standing });

test("a new conversation stays at / until its first answer has come", () => {
  expect(at({ asked: true })).toEqual({ named: null, act: "none" });
});

test("with its first answer it takes its own address", () => {
  expect(at({ asked: true, held: "a" })).toEqual({ named: null, act: "name" });
  expect(at({ asked: true, held: "a", address: "a" })).toEqual({ named: "a", act: "none" });
});

test("an answer that came while another screen was shown names it on the way back", () => {
  expect(at({ address: undefined, asked: true, held: "a" }).act).toBe("none");
  expect(at({ address: null, asked: true, held: "a" }).act).toBe("name");
});

test("who goes to / from a named conversation begins a new one", () => {
  expect(at({ asked: true, held: "a", named: "a" }).act).toBe("clear");
  expect(at({ named: "a" })).toEqual({ named: null, act: "none" });
});

test("an address that is not held is fetched, whatever is held", () => {
  expect(at({ address: "a" }).act).toBe("load");
  expect(at({ address: "a", asked: true, held: "b", named: "b" }).act).toBe("load");
  expect(at({ address: "a", asked: true, held: null, named: null }).act).toBe("load");
});

test("going back to a conversation that was left behind fetches it again", () => {
  const left = at({ named: "a" }).named;
  expect(at({ address: "a", named: left }).act).toBe("load");
});

test("a conversation that went on under another name takes that address", () => {
  expect(at({ address: "a", asked: true, held: "b", named: "a" }).act).toBe("name");
});

test("what is held survives a visit to another screen", () => {
  const away = at({ address: undefined, asked: true, held: "a", named: "a" });
  expect(away).toEqual({ named: "a", act: "none" });
  expect(at({ address: "a", asked: true, held: "a", named: away.named }).act).toBe("none");
});
