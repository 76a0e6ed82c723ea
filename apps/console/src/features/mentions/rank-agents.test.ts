import { expect, it } from "vitest";
import { rankAgents } from "./rank-agents.ts";

const all = ["Zoë Quist", "Ada Lovelace", "Grace Hopper", "Hope Adair"].map((name) => ({ id: name, name }));
const found = (query: string) => rankAgents(all, query).map(({ name }) => name);

it.each([
  ["", ["Ada Lovelace", "Grace Hopper", "Hope Adair", "Zoë Quist"]],
  ["ad", ["Ada Lovelace", "Hope Adair"]],
  ["hop", ["Hope Adair", "Grace Hopper"]],
  ["zoe", ["Zoë Quist"]],
  ["ada lov", ["Ada Lovelace"]],
  ["race", []],
])("finds by %j", (query, names) => expect(found(query)).toEqual(names));

it("shows no more than fit", () => {
  expect(
    rankAgents(
      Array.from({ length: 20 }, (_, n) => ({ id: String(n), name: `Jo ${n}` })),
      "jo",
    ),
  ).toHaveLength(8);
});
