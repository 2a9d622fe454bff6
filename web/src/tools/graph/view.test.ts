import { expect, it } from "vitest";

import { askedOf, most, viewOf, withView } from "./view";

it.each([
  ["", { depth: 1, direction: "both", shown: null, all: false }],
  ["?depth=3&direction=mentions&view=table&all=true", { depth: 3, direction: "mentions", shown: "table", all: true }],
  ["?depth=9&direction=up&view=globe&all=1", { depth: 1, direction: "both", shown: null, all: false }],
])("the query %s is the view %o", (search, view) => {
  expect(viewOf(search)).toEqual(view);
});

it("a change leaves the rest of the address alone", () => {
  expect(withView("depth=2&view=table", "view", "drawing")).toBe("depth=2&view=drawing");
  expect(withView("depth=2&view=table", "depth", null)).toBe("view=table");
});

it("as many documents are asked for as are said to be shown", () => {
  for (const search of ["", "all=true"]) {
    const view = viewOf(search);
    expect(askedOf(view).get("nodes")).toBe(String(most(view)));
  }
});
