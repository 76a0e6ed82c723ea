import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maya, messenger, TestBench } from "../test-bench.ts";

type Wire = Record<string, unknown>;
let bench: TestBench;
const bearer = { authorization: "Bearer t" };
beforeAll(async () => {
  bench = await TestBench.start();
  await bench.api("people", maya);
  for (const accountId of ["66", "900", "800"]) await bench.write(accountId);
});
afterAll(() => bench.close());

const get = async (path: string): Promise<Wire> =>
  (await (await fetch(`${bench.running.graphUrl}/v25.0/${path}`, { headers: bearer })).json()) as Wire;
const act = async (accountId: string, made: Wire): Promise<Wire> =>
  (await bench.api<{ body: Wire }>("acts", { personId: "maya", accountId, act: made })).body;
const urlIn = (body: Wire): string => /"url":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? "";

describe("files of a person", () => {
  it("WhatsApp: by id, then by an address with the token, for five minutes", async () => {
    const text = JSON.stringify(await act("66", { type: "media", kind: "document" }));
    const [, id = ""] = /"id":"(\d{16})"/.exec(text) ?? [];
    const place = await get(`${id}?phone_number_id=66`);
    expect(place).toMatchObject({ messaging_product: "whatsapp", mime_type: "application/pdf", id });
    const url = String(place.url);
    expect((await fetch(url)).status).toBe(401);
    const bytes = Buffer.from(await (await fetch(url, { headers: bearer })).arrayBuffer());
    expect(bytes.length).toBe(place.file_size);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(place.sha256);
    expect(text).toContain(createHash("sha256").update(bytes).digest("base64"));
    const late = new URL(url);
    late.searchParams.set("ext", "1000");
    expect((await fetch(late, { headers: bearer })).status).toBe(404);
    expect(await get("1234567890123456")).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });

  it.each([
    ["900", "image", /\/v\/t1\.15752-9\/\d+_n\.jpg\?/],
    ["900", "document", /\/v\/t59\.2708-21\/\d+_n\/order-10482\.pdf\?/],
    ["900", "voice", /audioclip-\d+/],
    ["800", "image", /\/ig_messaging_cdn\/\?asset_id=\d+&signature=/],
  ])("%s: %s at an address that ends", async (account, kind, form) => {
    const url = urlIn(await act(account, { type: "media", kind }));
    expect(url).toMatch(form);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
    // Another sign than the one that stands there, whichever that is.
    const forged = url.replace(/(oh|signature)=(.)/, (_, name: string, sign: string) => `${name}=${sign === "_" ? "-" : "_"}`);
    expect((await fetch(forged)).status).toBe(403);
  });

  it("chosen from disk; forms of other sites are not taken", async () => {
    const post = (type: string, name = "a.bin") =>
      fetch(`${bench.running.url}/simulator/api/files?name=${name}`, { method: "POST", headers: { "content-type": type }, body: "bytes" });
    const { mediaId } = (await (await post("text/html", "page.html")).json()) as { mediaId: string };
    const served = await fetch(`${bench.running.url}/simulator/files/${mediaId}`);
    expect([served.headers.get("content-type"), served.headers.get("content-disposition")]).toEqual([
      "application/octet-stream",
      "attachment; filename*=UTF-8''page.html",
    ]);
    expect((await post("multipart/form-data; boundary=x")).status).toBe(415);
    await bench.restart();
    expect((await fetch(`${bench.running.url}/simulator/files/${mediaId}`)).status).toBe(200);
  });
});

describe("files of the business", () => {
  const upload = async (path: string, fields: Record<string, string>, field: string, file: File): Promise<{ status: number; body: Wire }> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set(field, file);
    const response = await fetch(`${bench.running.graphUrl}/v25.0/${path}`, { method: "POST", headers: bearer, body: form });
    return { status: response.status, body: (await response.json()) as Wire };
  };
  const png = (bytes: number): File => new File([new Uint8Array(bytes)], "a.png", { type: "image/png" });

  it("WhatsApp takes an upload, and a message may name it", async () => {
    const { body } = await upload("66/media", { messaging_product: "whatsapp", type: "image/png" }, "file", png(10));
    const sent = await bench.graph("66/messages", {
      messaging_product: "whatsapp",
      to: `+${maya.phone}`,
      type: "image",
      image: { id: body.id, caption: "here" },
    });
    expect(sent.status).toBe(200);
    expect((await upload("66/media", { messaging_product: "whatsapp" }, "file", png(5 * 1024 * 1024 + 1))).status).toBe(400);
    expect((await upload("66/media", {}, "file", png(10))).status).toBe(400);
    expect((await upload("66/media", { messaging_product: "whatsapp" }, "file", new File(["x"], "a.bmp", { type: "image/bmp" }))).status).toBe(400);
  });

  it("a Page takes an attachment; too large a one is told so", async () => {
    const message = JSON.stringify({ attachment: { type: "image", payload: { is_reusable: true } } });
    const { body } = await upload("900/message_attachments", { message }, "filedata", png(10));
    const sent = { ...messenger("x"), message: { attachment: { type: "image", payload: { attachment_id: body.attachment_id } } } };
    expect((await bench.graph("900/messages", sent)).status).toBe(200);
    expect((await upload("900/message_attachments", { message }, "filedata", png(8 * 1024 * 1024 + 1))).body).toMatchObject({
      error: { error_subcode: 2018109 },
    });
  });
});

describe("what hangs on an account", () => {
  it("lists templates a page at a time, with the fields asked for", async () => {
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 10; page++) {
      const list = (await get(`55/message_templates?limit=3&fields=id,name,status${after}`)) as {
        data: Wire[];
        paging: { cursors: { after: string }; next?: string };
      };
      seen.push(...list.data.map(({ name }) => String(name)));
      expect(Object.keys(list.data[0] ?? {}).toSorted()).toEqual(["id", "name", "status"]);
      if (!list.paging.next) break;
      after = `&after=${encodeURIComponent(list.paging.cursors.after)}`;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(await get("800/message_templates")).toHaveProperty("data", []);
  });

  it("makes a template that waits, and deletes it", async () => {
    const made = { name: "back_in_stock", language: "en", category: "UTILITY", components: [{ type: "BODY", text: "Hi {{1}}, it is back." }] };
    expect(await (await bench.graph("55/message_templates", made)).json()).toMatchObject({ status: "PENDING" });
    expect((await bench.graph("55/message_templates", made)).status).toBe(400);
    expect((await bench.graph("55/message_templates", { ...made, name: "Bad Name" })).status).toBe(400);
    expect((await bench.graph("55/message_templates", { ...made, name: "x", components: [{ type: "BODY", text: "{{1}} hi" }] })).status).toBe(400);
    const remove = () => fetch(`${bench.running.graphUrl}/v25.0/55/message_templates?name=back_in_stock`, { method: "DELETE", headers: bearer });
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 400]);
  });

  it("without a subscription nothing is told", async () => {
    const subscription = (method: string) =>
      fetch(`${bench.running.graphUrl}/v25.0/900/subscribed_apps?subscribed_fields=messages,feed`, { method, headers: bearer });
    await subscription("DELETE");
    bench.received = [];
    expect((await bench.write("900", "nobody hears")).delivered).toBe(false);
    expect([bench.received, (await get("900/subscribed_apps")).data]).toEqual([[], []]);
    await subscription("POST");
    expect(await get("900/subscribed_apps")).toMatchObject({ data: [{ subscribed_fields: ["messages", "feed"] }] });
    expect((await bench.write("900", "heard")).delivered).toBe(true);
  });

  it("a thread that another app has: standby, refusals, taking it back", async () => {
    await bench.api("meta", { accountId: "900", personId: "maya", act: { type: "thread_control", toOther: true } });
    expect(bench.all(/"take_thread_control"/)).toHaveLength(1);
    await bench.write("900", "who reads this?");
    expect(bench.all(/"standby":.*who reads this/)).toHaveLength(1);
    expect(await (await bench.graph("900/messages", messenger("x"))).json()).toMatchObject({ error: { code: 10, error_subcode: 2018300 } });
    expect((await bench.graph("900/take_thread_control", { recipient: { id: maya.psid } })).status).toBe(200);
    expect((await bench.graph("900/messages", messenger("x"))).status).toBe(200);
    expect((await bench.graph("me/take_thread_control", { recipient: { id: maya.igsid } }, {}, bench.running.instagramGraphUrl)).status).toBe(200);
  });

  it("tells names and pictures", async () => {
    const { profile_pic: picture, ...profile } = await get("7001?fields=name,profile_pic");
    expect(profile).toEqual({ id: "7001", name: "Maya Trent" });
    const image = Buffer.from(await (await fetch(String(picture))).arrayBuffer());
    expect(image.subarray(1, 4).toString()).toBe("PNG");
  });
});
