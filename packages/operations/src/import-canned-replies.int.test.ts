import type { Actor } from "@onethread/core";
import { readCannedReplies } from "@onethread/db/read";
import { addAgent, createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importCannedReplies } from "./import-canned-replies.ts";

let world: World;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await createWorld();
  ada = await addAgent(world, { name: "Ada", role: "supervisor" });
  ben = await addAgent(world, { name: "Ben", role: "agent" });
});
afterAll(() => world.close());

const rows = (title: string, ...shortcuts: string[]) => shortcuts.map((shortcut) => ({ shortcut, title, folder: "Orders", body: "Hi!" }));
const titles = async (actor: Actor) => (await readCannedReplies(world.database, actor)).map(({ shortcut, title, own }) => [shortcut, title, own]);

describe("importing canned replies", () => {
  it("keeps or replaces what is there by its shortcut, each in its own place", async () => {
    expect(await importCannedReplies(world.context, ada, { own: false, existing: "keep", rows: rows("First", "a", "b") })).toEqual({
      ok: true,
      value: { created: 2, replaced: 0, kept: 0 },
    });
    expect(await importCannedReplies(world.context, ada, { own: false, existing: "keep", rows: rows("Second", "b", "c") })).toEqual({
      ok: true,
      value: { created: 1, replaced: 0, kept: 1 },
    });
    expect(await importCannedReplies(world.context, ada, { own: false, existing: "replace", rows: rows("Third", "a", "d") })).toEqual({
      ok: true,
      value: { created: 1, replaced: 1, kept: 0 },
    });
    expect(await importCannedReplies(world.context, ben, { own: true, existing: "replace", rows: rows("Mine", "a") })).toEqual({
      ok: true,
      value: { created: 1, replaced: 0, kept: 0 },
    });
    const shared = [
      ["a", "Third", false],
      ["b", "First", false],
      ["c", "Second", false],
      ["d", "Third", false],
    ];
    expect(await titles(ada)).toEqual(shared);
    expect(await titles(ben)).toEqual([["a", "Mine", true], ...shared]);
    expect(world.news.at(-1)).toMatchObject({ kind: "canned_reply" });
  });

  it("takes the channels that are named, and leaves those that are not", async () => {
    const channelsOf = async () => (await readCannedReplies(world.database, ada)).find(({ shortcut }) => shortcut === "only")?.channels;
    const [row] = rows("Only", "only");
    const take = (more: { channels?: ("whatsapp" | "messenger")[] }) =>
      importCannedReplies(world.context, ada, { own: false, existing: "replace", rows: row ? [{ ...row, ...more }] : [] });
    await take({ channels: ["whatsapp"] });
    expect(await channelsOf()).toEqual(["whatsapp"]);
    await take({});
    expect(await channelsOf()).toEqual(["whatsapp"]);
    await take({ channels: [] });
    expect(await channelsOf()).toEqual([]);
  });

  it("is refused to who may not write them for everybody", async () => {
    expect(await importCannedReplies(world.context, ben, { own: false, existing: "keep", rows: rows("x", "z") })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect((await titles(ada)).some(([shortcut]) => shortcut === "z")).toBe(false);
  });
});
