import { describe, expect, it } from "vitest";

import { eventDecoder, readEvents, type AnswerEvent } from "./events";

const STREAM = [
  ": keep-alive\n\n",
  'event: passages\ndata: {"total": 2, "keys": ["A/RES/75/45#OP13"]}\n\n',
  'event: delta\r\ndata: {"text": "请𠮷秘书长——⁴", "kind": "connective"}\r\n\r\n',
  'event: heartbeat\ndata: "not ours"\n\n',
  'event: error\ndata: {"code":\ndata:  "library_damaged"}\n\n',
].join("");

const EXPECTED = [
  { name: "passages", data: { total: 2, keys: ["A/RES/75/45#OP13"] } },
  { name: "delta", data: { text: "请𠮷秘书长——⁴", kind: "connective" } },
  { name: "error", data: { code: "library_damaged" } },
];

const bytes = new TextEncoder().encode(STREAM);

describe("the decoder of server-sent events", () => {
  it("gives the same events wherever the bytes are cut in two, a Chinese character included", () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const decode = eventDecoder();
      const events = [...decode(bytes.slice(0, cut)), ...decode(bytes.slice(cut))];
      expect(events, `cut at byte ${String(cut)}`).toEqual(EXPECTED);
    }
  });

  it("gives the same events byte by byte", () => {
    const decode = eventDecoder();
    expect(Array.from(bytes).flatMap((byte) => decode(Uint8Array.of(byte)))).toEqual(EXPECTED);
  });

  it("holds an event back until the blank line that ends it", () => {
    const decode = eventDecoder();
    const whole = new TextEncoder().encode('event: passages\ndata: {"total": 0, "keys": []}\n');
    expect(decode(whole)).toEqual([]);
    expect(decode(new TextEncoder().encode("\n"))).toHaveLength(1);
  });

  it("fails on data that is not JSON, so that the page can say so", () => {
    const broken = new TextEncoder().encode("event: delta\ndata: {\n\n");
    expect(() => eventDecoder()(broken)).toThrow(SyntaxError);
  });
});

describe("reading a response body", () => {
  it("cancels the body when the reader leaves early", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes),
      cancel: () => void (cancelled = true),
    });
    const seen: AnswerEvent["name"][] = [];
    for await (const event of readEvents(body)) {
      seen.push(event.name);
      break;
    }
    expect(seen).toEqual(["passages"]);
    expect(cancelled).toBe(true);
  });
});
