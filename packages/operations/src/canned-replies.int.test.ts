import type { Actor, Role } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { readCannedReplies } from "@onethread/db/read";
import { addAgent, createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCannedReply, deleteCannedReply, updateCannedReply } from "./canned-replies.ts";
import { useCannedReply } from "./use-canned-reply.ts";

let world: World;
let other: string;
beforeAll(async () => {
  world = await createWorld();
  other = await world.addWorkspace("Other");
});
afterAll(() => world.close());

const agent = (name: string, role: Role, workspaceId?: string) => addAgent(world, { name, role, workspaceId });

const texts = (shortcut: string) => ({
  shortcut,
  title: "Greeting",
  body: "Hi {{customer.first_name|there}}!",
  folder: "",
  channels: [],
  attachmentIds: [],
});
const uuid = (id: string): string => fromTypeId("cannedReply", id) ?? "";
const shortcuts = async (actor: Actor) => (await readCannedReplies(world.database, actor)).map(({ shortcut, own }) => [shortcut, own]);

async function made(actor: Actor, shortcut: string, own: boolean): Promise<string> {
  const done = await createCannedReply(world.context, actor, { ...texts(shortcut), own });
  if (!done.ok) throw new Error(done.error.code);
  return uuid(done.value.id);
}

describe("canned replies", () => {
  it("are everybody's or one agent's own, and nobody sees another's", async () => {
    const [ada, ben, eve] = [await agent("ada", "supervisor"), await agent("ben", "agent"), await agent("eve", "owner", other)];
    const shared = await made(ada, "hello", false);
    const own = await made(ben, "hello", true);
    expect(await shortcuts(ada)).toEqual([["hello", false]]);
    expect(await shortcuts(ben)).toEqual([
      ["hello", true],
      ["hello", false],
    ]);
    expect(await shortcuts({ kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "k", scopes: ["read"] })).toEqual([
      ["hello", false],
    ]);
    expect(await shortcuts(eve)).toEqual([]);
    for (const [stranger, id] of [
      [ada, own],
      [eve, own],
      [eve, shared],
    ] as const) {
      expect(await updateCannedReply(world.context, stranger, id, { title: "x" })).toMatchObject({ ok: false, error: { code: "not_found" } });
      expect(await deleteCannedReply(world.context, stranger, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
      expect(await useCannedReply(world.context, stranger, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
  });

  it("of everybody are written by supervisors; own ones by whoever may reply", async () => {
    const [cleo, dan, viewer] = [await agent("cleo", "supervisor"), await agent("dan", "agent"), await agent("vic", "viewer")];
    const id = await made(cleo, "shipping", false);
    expect(await createCannedReply(world.context, dan, { ...texts("mine"), own: false })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await updateCannedReply(world.context, dan, id, { title: "x" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await deleteCannedReply(world.context, dan, id)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await createCannedReply(world.context, viewer, { ...texts("mine"), own: true })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    const key = { kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "k", scopes: ["send", "write"] } as const;
    expect(await createCannedReply(world.context, key, { ...texts("mine"), own: true })).toMatchObject({
      ok: false,
      error: { code: "invalid_request" },
    });
    expect(await updateCannedReply(world.context, cleo, id, { body: "It is on its way." })).toMatchObject({
      ok: true,
      value: { shortcut: "shipping", body: "It is on its way." },
    });
  });

  it("may be for some channels only", async () => {
    const gus = await agent("gus", "supervisor");
    const done = await createCannedReply(world.context, gus, { ...texts("only"), channels: ["whatsapp"], own: false });
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.channels).toEqual(["whatsapp"]);
    const change = (channels?: ("messenger" | "instagram")[]) => updateCannedReply(world.context, gus, uuid(done.value.id), { title: "x", channels });
    expect(await change(["messenger", "instagram"])).toMatchObject({ ok: true, value: { channels: ["messenger", "instagram"] } });
    expect(await change()).toMatchObject({ ok: true, value: { channels: ["messenger", "instagram"] } });
    expect(await change([])).toMatchObject({ ok: true, value: { channels: [] } });
  });

  it("have one shortcut each, even when two make it at once; a use is counted and told to nobody", async () => {
    const fay = await agent("fay", "owner");
    const all = await Promise.all(Array.from({ length: 8 }, () => createCannedReply(world.context, fay, { ...texts("once"), own: false })));
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.error.code === "already_exists")).toHaveLength(7);
    const id = uuid(all.flatMap((one) => (one.ok ? [one.value.id] : []))[0] ?? "");
    const told = world.news.length;
    await Promise.all(Array.from({ length: 5 }, () => useCannedReply(world.context, fay, id)));
    expect(world.news.length).toBe(told);
    expect((await readCannedReplies(world.database, fay)).find((one) => one.shortcut === "once")).toMatchObject({
      uses: 5,
      usedAt: expect.any(String),
    });
    expect(await deleteCannedReply(world.context, fay, id)).toEqual({ ok: true, value: null });
    expect((await readCannedReplies(world.database, fay)).some((one) => one.shortcut === "once")).toBe(false);
  });
});
