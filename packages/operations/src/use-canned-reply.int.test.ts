import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Actor } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { findFilesToRemove, findUploads } from "@onethread/db/write";
import { addAgent, createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCannedReply, deleteCannedReply, updateCannedReply } from "./canned-replies.ts";
import { openAttachment } from "./open-attachment.ts";
import { uploadAttachment } from "./upload-attachment.ts";
import { useCannedReply } from "./use-canned-reply.ts";

let world: World;
let ada: Actor;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  ada = await addAgent(world, { name: "Ada", role: "supervisor" });
  folder = await mkdtemp(path.join(os.tmpdir(), "onethread-test-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const attachmentUuid = (id: string): string => fromTypeId("attachment", id) ?? "";

async function upload(content: string): Promise<string> {
  const file = path.join(folder, "size-chart.txt");
  await writeFile(file, content);
  const done = await uploadAttachment(world.context, ada, { path: file, name: "size chart.txt", mime: "text/plain" });
  if (!done.ok) throw new Error(done.error.code);
  return attachmentUuid(done.value.id);
}

async function make(shortcut: string, attachmentIds: string[]) {
  const done = await createCannedReply(world.context, ada, {
    shortcut,
    title: "Sizes",
    body: "Here it is.",
    folder: "Help",
    channels: [],
    attachmentIds,
    own: false,
  });
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, uuid: fromTypeId("cannedReply", done.value.id) ?? "" };
}

const contentOf = async (id: string): Promise<string | null> => {
  const opened = await openAttachment(world.context, ada, id);
  const stream = opened.ok ? await opened.value.open() : null;
  return stream && text(stream);
};
const inADay = new Date(Date.now() + 86_400_000);
const removable = async (): Promise<string[]> => {
  const files = await findFilesToRemove(world.database.ingest as never, inADay, 100);
  return files.map(({ id }) => id);
};

describe("files of canned replies", () => {
  it("come as a copy with each use, which is a plain upload; the reply's own stay", async () => {
    const own = await upload("S 36, M 38");
    const reply = await make("sizes", [own]);
    expect(reply).toMatchObject({ folder: "Help", attachments: [{ name: "size chart.txt", state: "ready" }] });
    const uses = await Promise.all([useCannedReply(world.context, ada, reply.uuid), useCannedReply(world.context, ada, reply.uuid)]);
    const copies = uses.flatMap((use) => (use.ok ? use.value.attachments.map(({ id }) => attachmentUuid(id)) : []));
    expect(new Set([own, ...copies]).size).toBe(3);
    for (const copy of copies) expect(await contentOf(copy)).toBe("S 36, M 38");
    expect((await findUploads(world.database.ingest as never, world.workspaceId, [own, ...copies])).map(({ id }) => id).toSorted()).toEqual(
      copies.toSorted(),
    );
    // A day later nobody needs the copies; the reply's own is needed as long as it has it.
    expect((await removable()).toSorted()).toEqual(copies.toSorted());
    await updateCannedReply(world.context, ada, reply.uuid, { attachmentIds: [] });
    expect(await removable()).toContain(own);
  });

  it("are uploads that nobody has taken, and stay in their order when others are added", async () => {
    const [first, second] = [await upload("1"), await upload("2")];
    const reply = await make("order", [first]);
    for (const ids of [[first], [attachmentUuid("att_00000000000000000000000000")]])
      expect(
        await createCannedReply(world.context, ada, {
          ...{ shortcut: "other", title: "x", body: "x", folder: "", channels: [], own: false },
          attachmentIds: ids,
        }),
      ).toMatchObject({ ok: false, error: { code: "invalid_request" } });
    const changed = await updateCannedReply(world.context, ada, reply.uuid, { attachmentIds: [second, first] });
    expect(changed.ok && changed.value.attachments.map(({ id }) => attachmentUuid(id))).toEqual([second, first]);
    expect(await deleteCannedReply(world.context, ada, reply.uuid)).toEqual({ ok: true, value: null });
    expect(await removable()).toEqual(expect.arrayContaining([first, second]));
  });

  it("that are not where they should be are told of, and nothing is sent without them", async () => {
    const lost = await upload("lost");
    const reply = await make("lost", [lost]);
    await world.context.media.storage.remove(`${world.workspaceId}/${lost}`);
    expect(await useCannedReply(world.context, ada, reply.uuid)).toMatchObject({ ok: false, error: { code: "attachment_not_ready" } });
  });
});
