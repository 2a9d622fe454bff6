import { describe, expect, it } from "vitest";

import type { ReferenceLink, ReferenceNode } from "../types";
import { linksAmong, NODE, placed } from "./layout";
import { step } from "./walk";

function node(symbol: string): ReferenceNode {
  return { symbol, label: symbol, kind: "resolution", distance: 0, held: [], spellings: [], title: null, session: null, year: null };
}

function link(source: string, target: string): ReferenceLink {
  return { source, target, mentions: 1, invoked: ["recalls"], inferred: false };
}

const NODES = ["old", "older", "middle", "new", "alone"].map(node);
const LINKS = [link("middle", "old"), link("middle", "older"), link("new", "middle"), link("new", "new"), link("new", "elsewhere")];

describe("the drawing", () => {
  const places = placed(NODES, LINKS);

  it("has a place for every node, and none on another", () => {
    expect([...places.keys()].sort()).toEqual(NODES.map(({ symbol }) => symbol).sort());
    const all = [...places.values()];
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        expect(Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height).toBe(true);
      }
    }
  });

  it("puts what is mentioned left of what mentions it", () => {
    for (const { source, target } of linksAmong(NODES, LINKS)) {
      expect(places.get(target)?.x).toBeLessThan(places.get(source)?.x ?? 0);
    }
  });

  it("draws no line to itself or to what is not shown", () => {
    expect(linksAmong(NODES, LINKS)).toHaveLength(3);
  });
});

describe("the arrow keys", () => {
  const places = new Map([
    ["old", { x: 0, y: 0 }],
    ["older", { x: 0, y: 60 }],
    ["middle", { x: 250, y: 20 }],
    ["new", { x: 500, y: 20 }],
    ["alone", { x: 250, y: 80 }],
  ]);
  it.each([
    ["middle", "left", "old"],
    ["middle", "right", "new"],
    ["old", "right", "middle"],
    ["old", "down", "older"],
    ["older", "up", "old"],
    ["alone", "right", null],
    ["alone", "up", "middle"],
    ["new", "right", null],
    ["nowhere", "left", null],
  ] as const)("from %s %s lead to %s", (from, direction, to) => {
    expect(step(from, direction, places, LINKS)).toBe(to);
  });
});
