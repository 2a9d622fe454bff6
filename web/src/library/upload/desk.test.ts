import { expect, test } from "vitest";

import { jobDecoder } from "./desk";

const STREAM =
  'id: 1\nevent: progress\ndata: {"step":"reading","done":0,"total":1}\n\n' +
  'id: 2\nevent: later\ndata: {}\n\n' +
  'id: 3\nevent: result\ndata: {"name":"决议.txt"}\n\n';

test("a job's events survive being cut anywhere, also within a character", () => {
  const bytes = new TextEncoder().encode(STREAM);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const decode = jobDecoder();
    const heard = [...decode(bytes.slice(0, cut)), ...decode(bytes.slice(cut))];
    expect(heard.map(({ id, event }) => [id, event.name])).toEqual([
      ["1", "progress"],
      ["3", "result"],
    ]);
    expect(heard[1]?.event.data).toEqual({ name: "决议.txt" });
  }
});
