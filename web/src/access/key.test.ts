import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { getHealth, RequestError, tryKey } from "../api/client";
import { forgetKey, heldKey, keepKey, keyStore } from "./key";

const signal = new AbortController().signal;
const WRONG = { type: "about:blank", title: "", status: 401, detail: "x", code: "wrong_key" };
let sent: (string | null)[] = [];

/** A server that knows these keys; null: it also answers without one. */
function serve(...good: (string | null)[]) {
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    const key = new Headers(init.headers).get("Authorization")?.replace("Bearer ", "") ?? null;
    sent.push(key);
    if (good.includes(key)) return Promise.resolve(new Response("{}"));
    return Promise.resolve(new Response(JSON.stringify(WRONG), { status: 401 }));
  });
}

beforeEach(() => {
  sent = [];
  forgetKey();
  keyStore().set({ key: null, asked: false, refused: false });
});
afterEach(() => vi.unstubAllGlobals());

describe("the key", () => {
  it("goes with every request, once it was found good", async () => {
    serve("good");
    expect(await tryKey("bad", "/api/v1/about", "zh")).toBe("wrong");
    expect(heldKey()).toBeNull();
    expect(await tryKey("good", "/api/v1/about", "zh")).toBe("kept");
    await getHealth("zh", signal);
    expect(sent).toEqual(["bad", "good", "good"]);
  });

  it("is asked for where nothing is told without one", async () => {
    serve("good");
    await expect(getHealth("zh", signal)).rejects.toThrow(RequestError);
    expect(keyStore().get()).toEqual({ key: null, asked: true, refused: false });
  });

  it("that holds no more is forgotten, and said to be", async () => {
    serve("new");
    keepKey("old");
    await expect(getHealth("zh", signal)).rejects.toThrow(RequestError);
    expect(sent).toEqual(["old", null]);
    expect(keyStore().get()).toEqual({ key: null, asked: true, refused: true });
  });

  it("that holds no more is not missed where reading is open", async () => {
    serve(null);
    keepKey("old");
    await getHealth("zh", signal);
    expect(keyStore().get()).toEqual({ key: null, asked: false, refused: true });
  });

  it("that was entered while another was refused stays, and is used", async () => {
    vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
      const isOld = new Headers(init.headers).get("Authorization") === "Bearer old";
      if (isOld) keepKey("new");
      return Promise.resolve(isOld ? new Response("{}", { status: 401 }) : new Response("{}"));
    });
    keepKey("old");
    await getHealth("zh", signal);
    expect(keyStore().get()).toEqual({ key: "new", asked: false, refused: false });
  });

  it("of letters that no header holds is sent all the same, to be called wrong", async () => {
    serve("good");
    expect(await tryKey("密钥", "/api/v1/about", "zh")).toBe("wrong");
    expect(sent).toEqual(["??"]);
  });
});
