import { createHash } from "node:crypto";
import { toTypeId } from "@onethread/core";
import type { DoorName, EffectKey, LogKey } from "@onethread/db/read";

/** What is kept but not made by what is stored; made but not kept; kept otherwise than made. */
type Problem = "extra" | "missing" | "different";

/** One thing in which the kept rows and those made anew differ. Ids and names of fields only, never what somebody wrote. */
export type Difference = { workspaceId: string | null } & (
  | {
      kind: "webhook";
      eventId: string;
      path: string | null;
      problem: "understood_now" | "not_recorded" | "not_understood_now";
      reason: string | null;
    }
  | {
      kind: "message";
      problem: Problem;
      id: string | null;
      rebuiltId: string | null;
      own: boolean;
      channelAccountId: string | null;
      externalId: string | null;
      fields: string[];
    }
  | ({ kind: "effect"; problem: Problem; effect: string; fields: string[] } & Omit<EffectKey, "kind">)
  | ({ kind: "door"; problem: Problem; fields: string[] } & DoorName)
  | { kind: "identity"; problem: Problem; id: string | null; rebuiltId: string | null; key: string; fields: string[] }
  /** `together`: identities kept with this customer that belong to somebody else; `apart`: ones kept elsewhere that belong to it. */
  | { kind: "people"; customerId: string; together: string[]; apart: string[] }
  | { kind: "conversation"; id: string; customerId: string; fields: string[]; status: string | null }
  | { kind: "customer"; id: string; fields: string[] }
  | ({ kind: "log"; problem: Problem; fields: string[] } & LogKey)
);

/** Names the fields in which two records differ. */
export function differingFields(kept: Record<string, unknown>, rebuilt: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(kept), ...Object.keys(rebuilt)]);
  return [...names].filter((name) => JSON.stringify(kept[name] ?? null) !== JSON.stringify(rebuilt[name] ?? null)).sort();
}

const problems: Record<Problem, string> = {
  extra: "is kept, but nothing stored makes it",
  missing: "is missing",
  different: "differs in",
};

/** An address is personal: it is told by a digest only, the same for the same address. */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** A difference in words, for a person at a terminal or a log. */
export function describeDifference(one: Difference): string {
  const problem = (of: { problem: Problem; fields: string[] }) =>
    of.problem === "different" ? `${problems.different} ${of.fields.join(", ")}` : problems[of.problem];
  switch (one.kind) {
    case "webhook":
      return `webhook ${toTypeId("webhookEvent", one.eventId)}${one.path ? ` at ${one.path}` : ""} ${webhookProblems[one.problem]}${one.reason ? ` (${one.reason})` : ""}`;
    case "message":
      return `message ${one.id ? toTypeId("message", one.id) : `"${one.externalId}"`}${account(one.channelAccountId)} ${problem(one)}`;
    case "effect":
      return `${one.effect} on message "${one.target}"${account(one.channelAccountId)} ${problem(one)}`;
    case "door":
      return `door of address #${digest(one.address)}${account(one.channelAccountId)} ${problem(one)}`;
    case "identity":
      return `identity ${one.id ? toTypeId("identity", one.id) : `${one.key.split("|")[0]} #${digest(one.key)}`} ${problem(one)}`;
    case "people":
      return `customer ${toTypeId("customer", one.customerId)} ${[identities("has", one.together, "that are somebody else's"), identities("lacks", one.apart, "that are theirs")].filter(Boolean).join(" and ")}`;
    case "conversation":
      return `conversation ${toTypeId("conversation", one.id)} differs in ${one.fields.join(", ")}`;
    case "customer":
      return `customer ${toTypeId("customer", one.id)} differs in ${one.fields.join(", ")}`;
    case "log":
      return `log of channel account ${toTypeId("channelAccount", one.channelAccountId)}: the entry of ${toTypeId("webhookEvent", one.eventId)} at ${one.path} ${problem(one)}`;
  }
}

const webhookProblems = {
  understood_now: "was not worked off, and is understood now",
  not_recorded: "holds something that was passed over, and is understood now",
  not_understood_now: "was worked off, and is not understood now",
};
const account = (id: string | null): string => (id ? ` of ${toTypeId("channelAccount", id)}` : "");
const identities = (verb: string, ids: readonly string[], which: string): string =>
  ids.length === 0 ? "" : `${verb} ${ids.map((id) => toTypeId("identity", id)).join(", ")} ${which}`;
