import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { DownloadFailed, type DownloadMedia, drainWebhooks, fetchMedia } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** One pixel. */
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const html = Buffer.from("<!doctype html><script>alert(1)</script>");

let world: World;
let gateway: TestGateway;
let key: string;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  key = await gateway.key(world.workspaceId);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

async function upload(content: Buffer, name: string, type: string, as = key): Promise<{ status: number; body: any }> {
  const form = new FormData();
  form.set("file", new File([content], name, { type }));
  const response = await fetch(`${gateway.url}/api/v1/attachments`, { method: "POST", headers: { authorization: `Bearer ${as}` }, body: form });
  return { status: response.status, body: await response.json() };
}
const read = (url: string, headers: Record<string, string> = {}, as = key) =>
  fetch(`${gateway.url}${url}`, { headers: { authorization: `Bearer ${as}`, ...headers } });

describe("uploads", () => {
  it("keeps a picture and gives it back, whole and in part", async () => {
    const { status, body } = await upload(png, "Größe.png", "application/octet-stream");
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: "image", mime: "image/png", bytes: png.length, state: "ready", name: "Größe.png" });
    const whole = await read(body.url);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("content-type")).toBe("image/png");
    expect(whole.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(png);
    const part = await read(body.url, { range: "bytes=1-3" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 1-3/${png.length}`);
    expect(await part.text()).toBe("PNG");
    expect((await read(body.url, { range: "bytes=9999-" })).status).toBe(416);
  });

  it("never lets a browser run what somebody uploads", async () => {
    for (const type of ["text/html", "image/svg+xml", "image/png"]) {
      const { body } = await upload(html, "page.html", type);
      const given = await read(body.url);
      expect(given.headers.get("content-type")).toBe("application/octet-stream");
      expect(given.headers.get("content-disposition")).toMatch(/^attachment/);
      expect(given.headers.get("x-content-type-options")).toBe("nosniff");
      await given.arrayBuffer();
    }
  });

  it("refuses what it can't take, and says why", async () => {
    expect(await upload(Buffer.alloc(0), "empty.txt", "text/plain")).toMatchObject({ status: 422, body: { errors: [{ pointer: "/file" }] } });
    const plain = await gateway.call(key, "POST", "/api/v1/attachments", { file: "no" });
    expect(plain.status).toBe(400);
    const broken = await fetch(`${gateway.url}/api/v1/attachments`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "multipart/form-data; boundary=x" },
      body: "--x\r\nContent-Disposition: form-data; name=other\r\n\r\nhello\r\n--x--\r\n",
    });
    expect(broken.status).toBe(422);
    const readOnly = await gateway.key(world.workspaceId, ["read"]);
    expect((await upload(png, "a.png", "image/png", readOnly)).status).toBe(403);
  });

  it("shows nobody another workspace's files", async () => {
    const { body } = await upload(png, "ours.png", "image/png");
    const stranger = await gateway.key(await world.addWorkspace());
    expect((await read(body.url, {}, stranger)).status).toBe(404);
    expect((await fetch(`${gateway.url}${body.url}`)).status).toBe(401);
  });
});

describe("customers' files", () => {
  let person = 0;
  beforeAll(async () => {
    await world.addAccount({ channel: "whatsapp", externalId: "110044", settings: { wabaId: "220044" } });
    await world.addAccount({ channel: "messenger", externalId: "330044" });
  });
  beforeEach(() => {
    person++;
    world.answer = async () => ({
      status: 200,
      headers: {},
      body: {
        url: "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=9",
        mime_type: "image/png",
        sha256: sha(png),
        file_size: png.length,
      },
    });
    world.download = serving(png);
  });

  const sha = (content: Buffer) => createHash("sha256").update(content).digest("hex");
  const serving =
    (content: Buffer, mime = "image/png"): DownloadMedia =>
    async () => {
      const file = path.join(os.tmpdir(), `onethread-test-${process.pid}-${Math.random()}`);
      await writeFile(file, content);
      return { path: file, bytes: content.length, sha256: sha(content), mime, discard: async () => {} };
    };

  async function whatsappImage(): Promise<string> {
    const id = `wamid.image_${person}`;
    const phone = `4477009002${String(person).padStart(2, "0")}`;
    const image = { id: `90${person}`, mime_type: "image/png", sha256: createHash("sha256").update(png).digest("base64"), caption: "the seam" };
    const value = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "442079460182", phone_number_id: "110044" },
      contacts: [{ profile: { name: "Ada" }, wa_id: phone }],
      messages: [{ from: phone, id, timestamp: String(Math.floor(Date.now() / 1000)), type: "image", image }],
    };
    expect(await gateway.webhook({ object: "whatsapp_business_account", entry: [{ id: "220044", changes: [{ field: "messages", value }] }] })).toBe(
      200,
    );
    await drainWebhooks(world.context);
    return id;
  }
  const shown = async (externalId: string) =>
    (await gateway.call(key, "GET", `/api/v1/messages?externalId=${encodeURIComponent(externalId)}`)).body.data[0];

  it("are asked for with the token, stored, and then shown", async () => {
    const id = await whatsappImage();
    expect(world.rung).toContainEqual({ name: "media.fetch", payload: {} });
    expect(await shown(id)).toMatchObject({
      content: { kind: "image", text: "the seam" },
      attachments: [{ kind: "image", state: "pending", url: null }],
    });
    const seen: [string, Record<string, string> | undefined][] = [];
    const serve = serving(png);
    world.download = (address, headers) => {
      seen.push([address, headers]);
      return serve(address);
    };
    await fetchMedia(world.context);
    expect(seen).toEqual([["https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=9", { authorization: "Bearer token-110044" }]]);
    const [attachment] = (await shown(id)).attachments;
    expect(attachment).toMatchObject({ state: "ready", mime: "image/png", bytes: png.length });
    expect(Buffer.from(await (await read(attachment.url)).arrayBuffer())).toEqual(png);
  });

  it("are tried again later, and after that shown as failed with a way to try again", async () => {
    const id = await whatsappImage();
    world.download = () => Promise.reject(new DownloadFailed("unreachable"));
    const began = world.clock.now;
    for (let i = 0; i < 10; i++) {
      await fetchMedia(world.context);
      world.clock.now = new Date(world.clock.now.getTime() + 3_700_000);
    }
    const [failed] = (await shown(id)).attachments;
    expect(failed).toMatchObject({ state: "failed", error: "unreachable" });
    world.clock.now = began;
    world.download = serving(png);
    expect((await gateway.call(key, "POST", `/api/v1/attachments/${failed.id}/retry`)).body).toMatchObject({ state: "pending" });
    await fetchMedia(world.context);
    expect((await shown(id)).attachments[0]).toMatchObject({ state: "ready" });
    expect((await gateway.call(key, "POST", `/api/v1/attachments/${failed.id}/retry`)).status).toBe(409);
  });

  it("that are not what they say, are damaged or gone are not kept", async () => {
    const cases: [DownloadMedia, Record<string, unknown>][] = [
      [serving(html, "image/png"), { state: "pending", error: "damaged" }],
      [() => Promise.reject(new DownloadFailed("too_large")), { state: "failed", error: "too_large" }],
      [() => Promise.reject(new DownloadFailed("not_allowed")), { state: "failed", error: "not_allowed" }],
    ];
    for (const [download, expected] of cases) {
      const id = await whatsappImage();
      world.download = download;
      await fetchMedia(world.context);
      expect((await shown(id)).attachments[0]).toMatchObject(expected);
      person++;
    }
    const id = await whatsappImage();
    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 100, message: "Unsupported get request." } } });
    await fetchMedia(world.context);
    expect((await shown(id)).attachments[0]).toMatchObject({ state: "expired", error: "gone" });
  });

  it("a page that calls itself a picture is refused by its content, and addresses of others are never asked", async () => {
    const message = (mid: string, url: string) => ({
      object: "page",
      entry: [
        {
          id: "330044",
          time: Date.now(),
          messaging: [
            {
              sender: { id: `7200${person}` },
              recipient: { id: "330044" },
              timestamp: Date.now(),
              message: { mid, attachments: [{ type: "image", payload: { url } }] },
            },
          ],
        },
      ],
    });
    const asked: string[] = [];
    const serve = serving(html, "image/png");
    world.download = (address) => {
      asked.push(address);
      return serve(address);
    };
    await gateway.webhook(message("m_page", "https://scontent.xx.fbcdn.net/v/a.png"));
    await gateway.webhook(message("m_inside", "http://169.254.169.254/latest/meta-data"));
    await drainWebhooks(world.context);
    await fetchMedia(world.context);
    expect(asked).toEqual(["https://scontent.xx.fbcdn.net/v/a.png"]);
    expect((await shown("m_page")).attachments[0]).toMatchObject({ state: "failed", error: "type_not_allowed", url: null });
    expect((await shown("m_inside")).attachments[0]).toMatchObject({ state: "none", url: null });
  });

  it("go with a message that is taken back, also when that came first", async () => {
    const message = (mid: string, more: Record<string, unknown>) => ({
      object: "page",
      entry: [
        {
          id: "330044",
          time: Date.now(),
          messaging: [{ sender: { id: `7300${person}` }, recipient: { id: "330044" }, timestamp: Date.now(), message: { mid, ...more } }],
        },
      ],
    });
    const picture = { attachments: [{ type: "image", payload: { url: "https://scontent.xx.fbcdn.net/v/b.png" } }] };
    await gateway.webhook(message("m_first", picture));
    await drainWebhooks(world.context);
    await fetchMedia(world.context);
    const url = (await shown("m_first")).attachments[0].url;
    await gateway.webhook(message("m_first", { is_deleted: true }));
    await gateway.webhook(message("m_second", { is_deleted: true }));
    await drainWebhooks(world.context);
    await gateway.webhook(message("m_second", picture));
    await drainWebhooks(world.context);
    await fetchMedia(world.context);
    expect((await shown("m_first")).attachments).toEqual([]);
    expect((await shown("m_second")).attachments).toEqual([]);
    expect((await read(url)).status).toBe(404);
    const { rows } = await world.database.ingest.query(
      "SELECT 1 FROM attachments a JOIN items i ON i.workspace_id = a.workspace_id AND i.id = a.item_id WHERE i.external_id IN ('m_first', 'm_second')",
    );
    expect(rows).toEqual([]);
  });
});
