import { afterEach, describe, expect, it, vi } from "vitest";

import { askStream, getResolution, RequestError } from "./client";
import type { AnswerEvent } from "./events";

const ASK = { question: "第75/45号决议请秘书长做什么", lang: "zh" } as const;
const signal = new AbortController().signal;

function respond(body: string, init: ResponseInit = {}) {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, init)));
}

async function problemCode(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof RequestError) return error.problem.code;
    throw error;
  }
  return "none";
}

async function drain(): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = [];
  for await (const event of askStream(ASK, signal)) events.push(event);
  return events;
}

afterEach(() => vi.unstubAllGlobals());

describe("a stream of an answer", () => {
  it("ends well at the event named answer", async () => {
    respond('event: answer\ndata: {"status": "answered"}\n\n');
    expect(await drain()).toEqual([{ name: "answer", data: { status: "answered" } }]);
  });

  it("that ends before its answer was interrupted", async () => {
    respond('event: delta\ndata: {"text": "有4段", "kind": "computed"}\n\n');
    expect(await problemCode(drain)).toBe("interrupted");
  });

  it("that holds something else than JSON is unreadable", async () => {
    respond("event: delta\ndata: {\n\n");
    expect(await problemCode(drain)).toBe("unreadable");
  });

  it("that is refused carries the server's problem document", async () => {
    const problem = { type: "about:blank", title: "", status: 422, detail: "空", code: "invalid_question" };
    respond(JSON.stringify(problem), { status: 422 });
    expect(await problemCode(drain)).toBe("invalid_question");
  });

  it("answered by somebody else's error page is unreadable", async () => {
    respond("<html>Bad gateway</html>", { status: 502 });
    expect(await problemCode(drain)).toBe("unreadable");
  });

  it("without a server is unreachable", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await problemCode(drain)).toBe("unreachable");
  });
});

it("a symbol goes into the path with its slashes, its language behind it", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response("{}"));
  });
  await getResolution("A/RES/217A(III)", null, "zh", signal);
  await getResolution("A/RES/75/45", "en", "zh", signal);
  expect(asked).toEqual(["/api/v1/resolutions/A/RES/217A(III)", "/api/v1/resolutions/A/RES/75/45?version=en"]);
});
