import { expect, it } from "vitest";

import { heldMentions, heldOnce, type MentionLink } from "./around";

function mention(place: string, start: number, held: readonly string[]): MentionLink {
  return {
    place,
    span: { start, end: start + 5 },
    text: "",
    target: "",
    kind: "resolution",
    label: "",
    invoked: "recalls",
    part: null,
    held: held.map((symbol) => ({ symbol, label: symbol, title: "", href: `/resolutions/${symbol}` })),
  };
}

const MENTIONS = [
  mention("PP1", 3, ["A/RES/72/31"]),
  mention("PP1", 20, []),
  mention("OP6", 9, ["A/RES/51/942A", "A/RES/51/942B"]),
  mention("OP7", 0, ["A/RES/72/31"]),
];

it("words lead to what the library holds, and nowhere else", () => {
  const links = heldMentions({ mentions: MENTIONS });
  expect([...links.keys()]).toEqual(["PP1", "OP6", "OP7"]);
  expect(links.get("PP1")).toEqual([{ span: { start: 3, end: 8 }, href: "/resolutions/A/RES/72/31" }]);
  expect(links.get("OP6")?.map(({ href }) => href)).toEqual(["/resolutions/A/RES/51/942A"]);
});

it("a resolution mentioned often is listed once, and each of its parts", () => {
  expect(heldOnce({ mentions: MENTIONS }).map(({ symbol }) => symbol)).toEqual([
    "A/RES/72/31",
    "A/RES/51/942A",
    "A/RES/51/942B",
  ]);
});
