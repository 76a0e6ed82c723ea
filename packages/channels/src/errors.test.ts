import { readFileSync } from "node:fs";
import { errorClasses, waitAfter } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { adapters } from "./index.ts";
import { errors as messagingErrors } from "./meta/messaging/errors.ts";
import { errors as whatsappErrors } from "./whatsapp/errors.ts";

const { whatsapp, messenger, instagram } = adapters;
const answer = (status: number, body: unknown) => ({ status, headers: {}, body });
const error = (code: number, error_subcode?: number) => ({ error: { message: `(#${code}) text`, code, error_subcode } });

describe("WhatsApp's errors", () => {
  it.each([
    [[0, 190], "rejected", "token_broken"],
    [[3, 10, 200, 210, 299, 131005, 131045, 133010, 33], "rejected", undefined],
    [[4, 80007, 130429, 131056], "retry", "retry_after"],
    [[1, 131000, 135000, 2, 131016, 133004, 131057], "retry", "retry_after"],
    [[133016, 131048, 131064, 131049, 132069], "rejected", "limit"],
    [[368, 131031, 130497, 131037, 131042, 131044, 130472, 131063, 132007, 132015, 132016], "rejected", "policy"],
    [[100, 131008, 131009, 131021, 131051, 131052, 131053], "rejected", "our_bug"],
    [[132000, 132001, 132005, 132008, 132012, 132068, 2388040, 2040, 2046, 2047], "rejected", "our_bug"],
    [[131026, 131030, 131062, 137000, 131020], "rejected", "invalid_recipient"],
    [[131047], "rejected", "window_closed"],
    [[131050], "rejected", "consent_withdrawn"],
    [[134011, 134100, 134101, 134102, 131041, 131210, 138006, 139000, 147001, 147005, 2593107], "rejected", "policy"],
    [[999999, 1479, 147006], "rejected", "unknown"],
  ] as const)("%o", (codes, kind, errorClass) => {
    for (const code of codes) {
      const outcome = whatsapp.readSendResponse(answer(kind === "retry" && code === 131016 ? 500 : 400, error(code)));
      expect(outcome, String(code)).toMatchObject({
        kind,
        error: { code: String(code), detail: `(#${code}) text`, ...(errorClass ? { class: errorClass } : {}) },
      });
      // A retry names its wait, and only a retry does.
      expect("afterMs" in outcome).toBe(kind === "retry");
    }
  });

  it("waits longer each time, unless the platform names the time", () => {
    const pair = whatsapp.readSendResponse(answer(400, error(131056)));
    if (pair.kind !== "retry") throw new Error(pair.kind);
    expect([1, 2, 3].map((attempt) => waitAfter(pair, attempt))).toEqual([4_000, 16_000, 64_000]);
    expect(waitAfter(pair, 20)).toBe(60 * 60 * 1000);
    const told = whatsapp.readSendResponse({ ...answer(400, error(131056)), headers: { "retry-after": "7" } });
    if (told.kind !== "retry") throw new Error(told.kind);
    expect([1, 2, 3].map((attempt) => waitAfter(told, attempt))).toEqual([7_000, 7_000, 7_000]);
    const general = messenger.readSendResponse(answer(400, error(613)));
    if (general.kind !== "retry") throw new Error(general.kind);
    expect([1, 2, 3].map((attempt) => waitAfter(general, attempt))).toEqual([10_000, 20_000, 40_000]);
  });

  it("shows what is known in our words and the rest in the platform's", () => {
    const known = whatsapp.classifyError("131047", null, "Re-engagement message");
    expect(known).toEqual({
      code: "131047",
      class: "window_closed",
      message: "The customer's last message is more than 24 hours old.",
      action: "Send a template, or wait until the customer writes.",
      detail: "Re-engagement message",
    });
    const unknown = whatsapp.classifyError("999999", null, "Something new");
    expect(unknown).toMatchObject({ class: "unknown", detail: "Something new" });
    expect(unknown.message).toContain("Something new");
  });

  it("shows WhatsApp's details", () => {
    const body = { error: { message: "(#131047)", code: 131047, error_data: { details: "More than 24 hours" } } };
    expect(whatsapp.readSendResponse(answer(400, body))).toMatchObject({ error: { detail: "More than 24 hours" } });
  });
});

describe("Messenger's and Instagram's errors", () => {
  it.each([
    [1, undefined, "retry", "retry_after"],
    [1, 99, "retry", "retry_after"],
    [1, 1357046, "unknown", "unknown"],
    [2, undefined, "retry", "retry_after"],
    [2, 1545133, "retry", "retry_after"],
    [2, 2018344, "rejected", "policy"],
    [4, undefined, "retry", "retry_after"],
    [17, undefined, "retry", "retry_after"],
    [32, undefined, "retry", "retry_after"],
    [613, undefined, "retry", "retry_after"],
    [613, 2534040, "retry", "retry_after"],
    [80006, undefined, "retry", "retry_after"],
    [10, 2018278, "rejected", "window_closed"],
    [10, 2534022, "rejected", "window_closed"],
    [10, 1545041, "rejected", "invalid_recipient"],
    [1545041, undefined, "rejected", "invalid_recipient"],
    [10, 2018065, "rejected", "policy"],
    [10, 1893063, "rejected", "policy"],
    [10, undefined, "rejected", "token_broken"],
    [100, 2018001, "rejected", "invalid_recipient"],
    [100, 2534014, "rejected", "invalid_recipient"],
    [100, 2018109, "rejected", "our_bug"],
    [100, 2018007, "rejected", "our_bug"],
    [100, 2018008, "rejected", "our_bug"],
    [100, 2018047, "rejected", "our_bug"],
    [100, 2018294, "rejected", "our_bug"],
    [100, undefined, "rejected", "our_bug"],
    [190, 460, "rejected", "token_broken"],
    [190, 463, "rejected", "token_broken"],
    [190, 467, "rejected", "token_broken"],
    [190, 492, "rejected", "token_broken"],
    [200, 2018028, "rejected", "token_broken"],
    [200, 2534041, "rejected", "token_broken"],
    [551, undefined, "rejected", "invalid_recipient"],
    [2018218, undefined, "rejected", "invalid_recipient"],
    [100, 2534001, "rejected", "policy"],
    [100, 2534013, "rejected", "policy"],
    [100, 2534025, "rejected", "policy"],
    [100, 2534029, "rejected", "policy"],
    [12345, undefined, "rejected", "unknown"],
    [12345, 678, "rejected", "unknown"],
  ])("%d/%s", (code, subcode, kind, errorClass) => {
    for (const adapter of [messenger, instagram]) {
      const outcome = adapter.readSendResponse(answer(400, error(code, subcode)));
      expect(outcome).toMatchObject({
        kind,
        error: { code: subcode === undefined ? String(code) : `${code}/${subcode}`, class: errorClass, detail: `(#${code}) text` },
      });
    }
  });
});

describe("the guides", () => {
  it.each([
    ["whatsapp", whatsappErrors],
    ["messenger", messagingErrors],
  ] as const)("%s names each row with its meaning", (channel, rows) => {
    const guide = readFileSync(new URL(`../../../docs/channels/${channel}.md`, import.meta.url), "utf8");
    for (const [code, row] of rows)
      expect(
        guide.split("\n").some((line) => line.includes(`\`${code}\``) && line.includes(row.meaning)),
        code,
      ).toBe(true);
  });
});

describe("every row", () => {
  const rows = [...whatsappErrors, ...messagingErrors];
  it("says what it means and what can be done, in sentences", () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const [code, row] of rows) {
      expect(row.meaning, code).toMatch(/^[A-Z].*\.$/);
      expect(row.action, code).toMatch(/^[A-Z].*\.$/);
      expect(errorClasses).toContain(row.class);
      // Waiting is for retries: whatever else has a wait would be sent twice.
      expect(row.wait !== undefined, code).toBe(row.class === "retry_after");
    }
  });
});
