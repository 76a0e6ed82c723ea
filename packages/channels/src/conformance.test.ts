import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  addressableKinds,
  channels,
  findHandOverToken,
  type IdentityKind,
  identityKinds,
  type ParsedItem,
  type SendRequest,
  type SendState,
} from "@onethread/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { adapters, type ChannelAdapter, type ChannelRules, channelRules } from "./index.ts";
import { parseJson } from "./meta/parse-json.ts";
import type { Json } from "./meta/read-keys.ts";

/**
 * What every channel owes the rest of the product. The folders on disk decide which channels there are: a new one is
 * held to all of this by existing. docs/channels/README.md tells how to add one.
 */
const here = new URL("./", import.meta.url);
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "meta")
  .map((entry) => entry.name);

const files = ["README.md", "check-content.ts", "hand-over-link.ts", "index.ts", "limits.ts", "parse.test.ts", "parse.ts"];
/** What those have besides whose messages a platform carries. */
const platformFiles = ["read-response.ts", "render.ts"];
/** Bodies every channel has, by how their names begin. */
const bodiesOwed = ["text_basic", "text_rtl_emoji", "messages_out_of_order", "poison_item_then_good", "unknown_", "extra_"];

type Channel = { adapter?: ChannelAdapter; rules?: ChannelRules; parseBody: (body: Json, prefix: string) => ParsedItem[] };
type Expected = Record<string, { messages: { id: string; type: string }[] }>;

const read = (path: string): string => readFileSync(new URL(path, here), "utf8");
const token = "ot-0123456789abcdef";

it("finds the channels", () => expect(names.length).toBeGreaterThanOrEqual(4));

describe.each(names)("%s", (name) => {
  const fixtures = new URL(`../fixtures/${name}/`, here);
  const bodies = readdirSync(fixtures).map((file) => ({
    name: file.replace(".json", ""),
    body: parseJson(readFileSync(new URL(file, fixtures)))?.value as Json,
  }));
  const expected = JSON.parse(read(`../fixtures/expected/${name}.json`)) as Expected;
  const sources = readdirSync(new URL(`${name}/`, here)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const carried = name in adapters;
  let channel: Channel;
  let rules: ChannelRules;
  let adapter: ChannelAdapter;
  beforeAll(async () => {
    channel = (await import(new URL(`${name}/index.ts`, here).href)) as Channel;
    rules = (channel.adapter ?? channel.rules) as ChannelRules;
    adapter = channel.adapter as ChannelAdapter;
  });
  const itemsOf = (body: Json): ParsedItem[] => channel.parseBody(body, "");
  const eventsOf = (body: Json) => itemsOf(body).flatMap(({ outcome }) => (outcome.kind === "events" ? outcome.events : []));

  describe("as files", () => {
    it.each([...files, ...(carried ? platformFiles : [])])("has %s", (file) => expect(existsSync(new URL(`${name}/${file}`, here))).toBe(true));

    it.each(bodiesOwed)("has a body %s…, and says what it means", (prefix) => {
      const found = bodies.filter((body) => body.name.startsWith(prefix));
      expect(found.length).toBeGreaterThan(0);
      for (const body of found) expect(expected).toHaveProperty(body.name);
    });

    it("has a guide for people", () => {
      const guide = read(`../../../docs/channels/${name}.md`);
      for (const word of ["Windows", "Limits", "Identities", "Quirks", "https://", "2026"]) expect(guide).toContain(word);
      expect(read(`${name}/README.md`)).toMatch(/https:\/\/[\s\S]*20\d\d/);
    });

    it.each(sources)("%s neither looks at a clock nor throws dice nor calls anybody", (file) => {
      expect(read(`${name}/${file}`)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|randomBytes|\bfetch\(|process\.|console\./);
    });

    it("says where each limit comes from", () => {
      const withNumbers = limitChunks(read(`${name}/limits.ts`)).filter(({ code }) => /[\s:[(]\d[\d_]*\b/.test(code));
      expect(withNumbers.length).toBeGreaterThan(2);
      expect(withNumbers.filter(({ comments }) => !/https:\/\/|\bOurs\b/.test(comments)).map(({ code }) => code)).toEqual([]);
    });
  });

  describe("as a channel", () => {
    it("is the one the product uses", () => {
      expect(channels).toContain(name);
      expect(rules.channel).toBe(name);
      expect(channelRules).toHaveProperty(name, rules);
    });

    it("has limits that can be kept", () => {
      const { text, windowMs, closingMs, humanAgentMs, pacing, files: kinds } = rules.limits;
      for (const number of [text.max, windowMs, closingMs]) expect(Number.isInteger(number) && number > 0).toBe(true);
      expect(closingMs).toBeLessThan(windowMs);
      if (humanAgentMs !== null) expect(humanAgentMs).toBeGreaterThan(windowMs);
      expect(pacing.length).toBeGreaterThan(0);
      for (const { count, everyMs, burst } of pacing) expect(Math.min(count, everyMs, burst)).toBeGreaterThan(0);
      for (const { maxBytes, names: said } of Object.values(kinds)) expect(maxBytes > 0 && said !== "").toBe(true);
    });

    it("allows what it says in each state of a door, and nothing through a blocked one", () => {
      const { allowed, limits } = rules;
      for (const state of Object.keys(limits.allowed) as SendState[]) expect(allowed(state)).toEqual(limits.allowed[state]);
      expect(allowed("open")).toContain("text");
      expect(allowed("blocked")).toEqual([]);
      expect(limits.humanAgentMs === null).toBe(allowed("human_agent").length === 0);
    });

    it("measures a text in the unit of its limit", () => {
      const { limits, measureText } = rules;
      expect(measureText("")).toBe(0);
      expect(measureText("a".repeat(limits.text.max))).toBe(limits.text.max);
      expect(measureText("é")).toBe(limits.text.unit === "bytes" ? 2 : 1);
      expect(measureText("👋")).toBe(limits.text.unit === "bytes" ? 4 : 1);
    });

    it("refuses a text that is too long before it is sent, and says so", () => {
      const { check, limits } = rules;
      expect(check({ kind: "text", text: "a".repeat(limits.text.max) })).toEqual([]);
      expect(check({ kind: "text", text: "a".repeat(limits.text.max + 1) })).not.toEqual([]);
    });

    it("has people of its own", () => expect(addressableKinds(rules.channel).length).toBeGreaterThan(0));
  });

  (carried ? describe : () => {})("as an adapter of a platform", () => {
    it("writes to its own people and to nobody else's", () => {
      const own = addressableKinds(adapter.channel);
      expect(own.length).toBeGreaterThan(0);
      const request = (kind: IdentityKind): SendRequest => ({
        accountExternalId: "900",
        recipient: { kind, value: "7" },
        content: { kind: "text", text: "hi" },
        files: new Map(),
        messageId: "msg_1",
        humanAgent: false,
      });
      for (const kind of identityKinds) {
        if (own.includes(kind)) expect(adapter.render(request(kind)), kind).toMatchObject({ method: "POST", path: expect.stringMatching(/^\//) });
        else expect(() => adapter.render(request(kind)), kind).toThrow(kind);
      }
    });

    it("never takes silence for a message that was sent", () => {
      const answer = (status: number, body: unknown) => adapter.readSendResponse({ status, headers: {}, body }).kind;
      for (const body of [null, undefined, "", "<html>", [], {}, { error: null }]) {
        expect(["sent", "retry"]).not.toContain(answer(200, body));
        expect(answer(500, body)).toBe("unknown");
        expect(answer(429, body)).toBe("retry");
      }
    });

    it("shows an error it does not know as it is", () => {
      expect(adapter.classifyError("987654321", null, "The moon is full.")).toMatchObject({
        code: "987654321",
        class: "unknown",
        detail: "The moon is full.",
      });
    });

    it("carries a token in its link, or says that it cannot yet", () => {
      const whole = adapter.handOverLink({ externalId: "900", displayPhoneNumber: "+44 20 7946 0182", username: "shop" }, token);
      expect(whole).toHaveProperty("url", expect.stringMatching(/^https:\/\//));
      expect("url" in whole && findHandOverToken(decodeURIComponent(whole.url))).toBe(token);
      const bare = adapter.handOverLink({ externalId: "900" }, token);
      expect("url" in bare || "unknown" in bare).toBe(true);
    });
  });

  describe("as a parser", () => {
    it("understands something in its own bodies, alike each time, and changes nothing in them", () => {
      for (const { name: title, body } of bodies) {
        const before = JSON.stringify(body);
        const first = itemsOf(body);
        expect(first.length, title).toBeGreaterThan(0);
        expect(itemsOf(structuredClone(body)), title).toEqual(first);
        expect(JSON.stringify(body), title).toBe(before);
      }
    });

    it("gives every item a place of its own and an account of this channel", () => {
      for (const { body } of bodies) {
        const items = itemsOf(body);
        expect(new Set(items.map((item) => item.path)).size).toBe(items.length);
        for (const { account } of items) if (account) expect(account.channel).toBe(name);
      }
    });

    it("knows people only by keys that can be theirs", () => {
      const kinds = new Set(
        bodies.flatMap(({ body }) => eventsOf(body)).flatMap((event) => ("customer" in event ? event.customer.keys.map((key) => key.kind) : [])),
      );
      const others = channels.filter((other) => other !== name).flatMap((other) => addressableKinds(other));
      expect(kinds.size).toBeGreaterThan(0);
      for (const kind of kinds) expect(others).not.toContain(kind);
    });

    it("shows what it does not know as a labelled item", () => {
      const unknown = Object.entries(expected).flatMap(([title, { messages }]) =>
        messages.filter(({ type }) => type === "unsupported").map(({ id }) => ({ title, id })),
      );
      // A channel without such a body shows it by the unknown event, which it must not drop silently either.
      for (const { title, id } of unknown) {
        const events = eventsOf(bodies.find((body) => body.name === title)?.body ?? {});
        const found = events.find((event) => event.type === "message" && event.externalId === id);
        expect(found, title).toMatchObject({ content: { kind: "unsupported", platformType: expect.stringMatching(/./) } });
      }
      const events = bodies.filter((body) => body.name.startsWith("unknown_")).flatMap(({ body }) => itemsOf(body));
      for (const { outcome } of events)
        if (outcome.kind !== "events") expect(outcome).toMatchObject({ kind: "skipped", reason: expect.stringMatching(/_unknown$/) });
    });

    it("quarantines the poison and nothing else", () => {
      const [poison] = bodies.filter((body) => body.name.startsWith("poison_item_then_good"));
      const kinds = itemsOf(poison?.body ?? {}).map(({ outcome }) => outcome.kind);
      expect(kinds.toSorted()).toEqual(["events", "failed"]);
    });

    it("throws at nothing", () => {
      const keys = Object.keys(collectKeys(bodies.map(({ body }) => body)));
      const { tree } = fc.letrec((tie) => ({
        tree: fc.oneof(
          { depthSize: "medium" },
          fc.constantFrom<unknown>(null, 0, 1793696400, "", "text", "7", true),
          fc.array(tie("tree"), { maxLength: 3 }),
          fc.dictionary(fc.constantFrom(...keys, "__proto__"), tie("tree"), { maxKeys: 8 }),
        ),
      }));
      fc.assert(
        fc.property(fc.array(tree, { maxLength: 3 }), (entry) => {
          for (const { outcome } of itemsOf({ entry })) expect(outcome).not.toMatchObject({ reason: "parser_error" });
        }),
        { numRuns: 400 },
      );
    });
  });
});

/** The properties of `limits`, each with its own comments and those of the property before it, which may speak for both. */
function limitChunks(source: string): { code: string; comments: string }[] {
  const lines = source.split("\n").filter((line) => line.startsWith("  "));
  const chunks: { code: string; comments: string }[] = [];
  let open = false;
  for (const line of lines) {
    const comment = /^\s*(\/\/|\*)/.test(line);
    // A new one begins with a property at the first level, or with the comments above it.
    if (/^ {2}\S/.test(line) && !/^ {2}[\]})]/.test(line) && !open) chunks.push({ code: "", comments: "" });
    const chunk = chunks.at(-1);
    if (!chunk) continue;
    if (comment) chunk.comments += line;
    else chunk.code += line;
    open = comment && /^ {2}\S/.test(line);
  }
  return chunks.map(({ code, comments }, index) => ({ code, comments: `${chunks[index - 1]?.comments ?? ""}${comments}` }));
}

/** Every key that occurs anywhere in a value. */
function collectKeys(value: unknown, found: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found[key] = true;
    collectKeys(inner, found);
  }
  return found;
}
