import { expect, it } from "vitest";
import { newsTeller } from "./news-teller.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("tells many in turns that others may use, each everything in its order", async () => {
  const heard = Array.from({ length: 200 }, () => "");
  const hear = (index: number, events: Buffer) => {
    heard[index] += events.toString();
  };
  const streams = heard.map((_, index) => ({ send: (events: Buffer) => hear(index, events), end: () => {} }));
  const teller = newsTeller((workspaceId) => (workspaceId === "north" ? streams : []));
  teller.add("north", "a");
  teller.add("south", "x");
  teller.add("north", "b");
  expect(heard[0]).toBe("");
  await turn();
  // Not yet all of them; and what comes meanwhile comes after it.
  expect([heard[0], heard[199]]).toEqual(["ab", ""]);
  teller.add("north", "c");
  await teller.all();
  expect(new Set(heard)).toEqual(new Set(["abc"]));
  teller.add("north", "d");
  await teller.all();
  expect(new Set(heard)).toEqual(new Set(["abcd"]));
});
