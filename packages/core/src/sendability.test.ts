import { describe, expect, it } from "vitest";
import { type DoorFacts, maySendText, type SendKind, sendability, type WindowLimits } from "./sendability.ts";

const hour = 60 * 60 * 1000;
const now = 1_000 * hour;
const open: SendKind[] = ["text", "media", "interactive", "template", "reaction"];
const limits = (more: Partial<WindowLimits> = {}): WindowLimits => ({
  windowMs: 24 * hour,
  closingMs: 2 * hour,
  humanAgentMs: null,
  allowed: { open, closing: open, human_agent: ["text", "media"], template_only: ["template"], blocked: [] },
  startsByTemplate: true,
  ...more,
});
const late = limits({ humanAgentMs: 7 * 24 * hour, startsByTemplate: false });
const noTemplates = limits({ allowed: { ...limits().allowed, template_only: [] } });
const facts = (more: Partial<DoorFacts> = {}): DoorFacts => ({
  channel: "whatsapp",
  lastInboundAt: now - hour,
  accountState: "active",
  hasAccessToken: true,
  blockedBy: null,
  ...more,
});
const at = (more: Partial<DoorFacts>, window = limits()) => sendability(facts(more), window, now);

describe("a visitor of a website", () => {
  const visit = limits({ windowMs: 30 * 24 * hour, startsByTemplate: false, allowed: { ...limits().allowed, human_agent: [], template_only: [] } });
  const web = (more: Partial<DoorFacts>) => at({ channel: "webchat", hasAccessToken: false, lastInboundAt: null, ...more }, visit);

  it("can be written to for a month after they wrote or came by, without any token", () => {
    expect(web({ lastInboundAt: now - hour })).toMatchObject({ state: "open", reason: null, expiresAt: now + 30 * 24 * hour - hour });
    expect(web({ lastInboundAt: now - 40 * 24 * hour, lastSeenAt: now - hour })).toMatchObject({ state: "open" });
    expect(web({ lastSeenAt: now - 30 * 24 * hour + hour })).toMatchObject({ state: "closing" });
    expect(web({ lastInboundAt: now - 30 * 24 * hour })).toMatchObject({ state: "blocked", reason: "visitor_gone", allowed: [] });
    expect(web({})).toMatchObject({ state: "blocked", reason: "never_wrote_here" });
  });
  it("are not to be written to through a widget that is switched off", () => {
    expect(web({ lastInboundAt: now, accountState: "disabled" })).toMatchObject({ state: "blocked", reason: "channel_disabled" });
  });
});

describe("the window", () => {
  it.each([
    [1, "open", null, now + 23 * hour],
    [21.9, "open", null, now + 2.1 * hour],
    [22.1, "closing", null, now + 1.9 * hour],
    [24, "template_only", "window_closed", null],
  ])("%d hours after the customer wrote", (hours, state, reason, expiresAt) => {
    const found = at({ lastInboundAt: now - hours * hour });
    expect(found).toMatchObject({ state, reason });
    if (expiresAt === null) expect(found.expiresAt).toBeNull();
    else expect(found.expiresAt).toBeCloseTo(expiresAt, -2);
    expect(found.allowed).toEqual(state === "template_only" ? ["template"] : open);
  });

  it("for human agents", () => {
    expect(at({ lastInboundAt: now - 25 * hour }, late)).toMatchObject({
      state: "human_agent",
      reason: "window_closed",
      expiresAt: now - 25 * hour + 7 * 24 * hour,
      allowed: ["text", "media"],
    });
    expect(at({ lastInboundAt: now - 7 * 24 * hour }, late)).toMatchObject({ state: "template_only", reason: "window_closed" });
  });

  it("without templates, and for people who never wrote", () => {
    expect(at({ lastInboundAt: now - 25 * hour }, noTemplates)).toMatchObject({ state: "blocked", reason: "window_closed", allowed: [] });
    expect(at({ lastInboundAt: null })).toMatchObject({ state: "template_only", reason: "never_wrote_here" });
    expect(at({ lastInboundAt: null }, late)).toMatchObject({ state: "blocked", reason: "never_wrote_here" });
  });

  it("is no longer for what costs nothing", () => {
    const ad = at({ lastInboundAt: now - 25 * hour, freeUntil: now + hour });
    expect(ad).toMatchObject({ state: "template_only", freeUntil: now + hour });
    expect(at({ freeUntil: now - 1 }).freeUntil).toBeNull();
  });
});

describe("what blocks", () => {
  it.each<[Partial<DoorFacts>, string, number | null]>([
    [{ accountState: "disabled" }, "channel_disabled", null],
    [{ hasAccessToken: false }, "no_access_token", null],
    [{ blockedBy: "token_broken" }, "token_broken", null],
    [{ blockedReason: "restricted" }, "restricted", null],
    [{ blockedReason: "restricted", blockedUntil: now + 1 }, "restricted", now + 1],
  ])("%o", (more, reason, expiresAt) => expect(at(more)).toMatchObject({ state: "blocked", reason, expiresAt, allowed: [], takesControl: false }));

  it("only as long as it lasts", () => expect(at({ blockedReason: "restricted", blockedUntil: now })).toMatchObject({ state: "open", reason: null }));
});

describe("marketing", () => {
  it("is a matter of its own", () => {
    expect(at({ marketing: "withdrawn" })).toMatchObject({
      state: "open",
      reason: null,
      allowed: open,
      marketing: { reason: "marketing_opted_out", until: null },
    });
    expect(at({ cappedUntil: now + 5 })).toMatchObject({ state: "open", marketing: { reason: "marketing_capped", until: now + 5 } });
    expect(at({ cappedUntil: now }).marketing).toBeNull();
    expect(at({ marketing: "granted" }).marketing).toBeNull();
    expect(at({ marketing: "withdrawn", cappedUntil: now + 5 }).marketing?.reason).toBe("marketing_opted_out");
  });
});

describe("a thread that another app holds", () => {
  it("is open all the same and is taken by writing", () => {
    for (const channel of ["messenger", "instagram"] as const)
      expect(at({ channel, heldBy: "263" }, late)).toMatchObject({ state: "open", reason: "held_by_other_app", takesControl: true });
    expect(at({ channel: "whatsapp", heldBy: "263" })).toMatchObject({ state: "open", reason: null, takesControl: false });
    expect(at({ channel: "messenger", heldBy: null }, late)).toMatchObject({ reason: null, takesControl: false });
  });

  it("keeps the window's word", () =>
    expect(at({ channel: "messenger", heldBy: "263", lastInboundAt: now - 25 * hour }, late)).toMatchObject({
      state: "human_agent",
      reason: "window_closed",
      takesControl: true,
    }));
});

it("knows where text may go", () => {
  expect((["open", "closing", "human_agent", "template_only", "blocked"] as const).map(maySendText)).toEqual([true, true, true, false, false]);
});
