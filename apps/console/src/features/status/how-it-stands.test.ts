import { describe, expect, it } from "vitest";
import type { WorkspaceStatus } from "../../api/status.ts";
import { howItStands } from "./how-it-stands.ts";

const status = (lagSeconds: number): WorkspaceStatus => ({
  checkedAt: "2026-11-25T10:00:00.000Z",
  ingest: { lagSeconds, oldestAt: null, waiting: { count: 1, more: false } },
  quarantined: null,
  quiet: null,
});
const well = { online: true, live: "open", status: status(0.4), failed: false } as const;

describe("howItStands", () => {
  it.each([
    ["all is well", well, { kind: "live" }],
    ["a few seconds", { ...well, status: status(9) }, { kind: "live" }],
    ["two minutes", { ...well, status: status(120) }, { kind: "late", seconds: 120 }],
    ["no answer yet", { ...well, status: undefined }, { kind: "connecting" }],
    ["the first connection is on its way", { ...well, live: "connecting" }, { kind: "connecting" }],
    ["the connection is lost, whatever else", { ...well, live: "reconnecting", status: status(120) }, { kind: "reconnecting" }],
    ["offline, whatever else", { ...well, online: false, live: "reconnecting", failed: true }, { kind: "offline" }],
    ["the server does not say", { ...well, failed: true }, { kind: "unknown" }],
  ] as const)("%s", (_, known, wanted) => expect(howItStands(known)).toEqual(wanted));
});
