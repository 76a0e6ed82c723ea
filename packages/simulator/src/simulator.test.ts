import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { maya, messenger, TestBench, until } from "./test-bench.ts";
import { sign } from "./wire/sign.ts";

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.start();
});
afterEach(() => bench.close());

it("gives no two people one phone number: to every desk they would be one person", async () => {
  for (let i = 0; i < 300; i++) await bench.api("people", { name: `Person ${i}` });
  const { people } = await bench.api<{ people: { phone: string }[] }>("state");
  expect(new Set(people.map((person) => person.phone)).size).toBe(300);
});

describe("a person writes", () => {
  it("posts a signed webhook as Meta writes it", async () => {
    await bench.api("people", maya);
    const { externalId, delivered } = await bench.write("66", "Grüße 👋 a/b");
    expect(delivered).toBe(true);
    const [webhook] = bench.received;
    expect(webhook?.signature).toBe(sign(webhook?.raw ?? "", "secret"));
    expect(webhook?.raw).toContain("Gr\\u00fc\\u00dfe \\ud83d\\udc4b a\\/b");
    expect(webhook?.raw).toContain(externalId);
  });

  it("tries again until it is answered, and also after a restart", async () => {
    await bench.api("people", maya);
    bench.answers = [503, 500, 429];
    expect((await bench.write("900")).delivered).toBe(false);
    await until(() => bench.received.length === 1);
    bench.answers = Array.from({ length: 10_000 }, () => 503);
    await bench.write("900", "later");
    bench.answers = [];
    await bench.restart();
    // Answered but not yet noted at the stop: then it comes once more, as at Meta.
    await until(() => bench.all(/later/).length >= 1);
    expect(readFileSync(bench.config.stateFile ?? "", "utf8")).toContain("Maya Trent");
    expect((await bench.api<{ people: { name: string }[] }>("state")).people).toMatchObject([{ name: "Maya Trent" }]);
  });

  it("can keep the webhook back and tell an older time", async () => {
    await bench.api("people", maya);
    const written = await bench.write("66", "old", { deliver: false, occurredAt: "2026-11-01T10:00:00.000Z" });
    expect(JSON.stringify(written)).toContain('"timestamp":"1793527200"');
    expect(bench.received).toEqual([]);
  });

  it("refuses strangers", async () => {
    expect(await bench.write("66")).toEqual({ error: "There is no such person." });
    const cross = await fetch(`${bench.running.url}/simulator/api/people`, {
      method: "POST",
      headers: { origin: "https://evil.example", "content-type": "application/json" },
      body: JSON.stringify(maya),
    });
    expect(cross.status).toBe(422);
    const plain = await fetch(`${bench.running.url}/simulator/api/people`, {
      method: "POST",
      body: JSON.stringify(maya),
    });
    expect(plain.status).toBe(415);
  });
});

describe("links", () => {
  const open = (url: string) => bench.api("open-link", { personId: "maya", url });
  const token = "ot-0123456789abcdef";
  beforeEach(async () => void (await bench.api("people", maya)));

  it("wa.me fills the text box and sends nothing", async () => {
    expect(await open(`https://wa.me/442079460182?text=${encodeURIComponent(`Hi ${token}`)}`)).toEqual({
      channel: "whatsapp",
      accountId: "66",
      prefilledText: `Hi ${token}`,
      sent: null,
    });
    expect(bench.received).toEqual([]);
  });

  it("m.me begins a new thread with Get Started and tells a referral in an old one", async () => {
    expect(await open(`https://m.me/900?ref=${token}`)).toMatchObject({ sent: "postback" });
    expect(bench.received[0]?.raw).toMatch(/"postback":.*"referral":\{"ref":"ot-/);
    expect(await open(`https://m.me/900?ref=${token}`)).toMatchObject({ sent: "referral" });
    expect(bench.received[1]?.raw).not.toMatch(/postback/);
    // The click opened the window.
    expect((await bench.graph("900/messages", messenger("welcome"))).status).toBe(200);
  });

  it("ig.me tells a referral", async () => {
    expect(await open(`https://ig.me/m/shop?ref=${token}`)).toMatchObject({ channel: "instagram", sent: "referral" });
    expect(bench.received[0]?.raw).toMatch(/"referral":\{"ref":"ot-/);
  });

  it.each(["https://m.me/1?ref=x", "https://example.com", "nope"])("%s leads nowhere", async (url) => {
    expect(await open(url)).toHaveProperty("error");
  });
});

describe("the page", () => {
  it("is served with its files and allows nothing from elsewhere", async () => {
    const page = await fetch(bench.running.url);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self'/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    for (const path of ["/phones.js", "/style.css", "/favicon.svg"]) {
      expect(html).toContain(path);
      const file = await fetch(`${bench.running.url}${path}`);
      expect((await file.text()).length).toBeGreaterThan(100);
    }
  });

  it("does the handshake", async () => expect(await bench.api("handshake", {})).toEqual({ ok: true, status: 200 }));
});
