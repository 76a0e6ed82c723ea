import type { ItemOutcome } from "@onethread/core";
import { accountNews, type News } from "../account-news.ts";
import { idAt, isObject, type Json, requireTime } from "../read-keys.ts";

/**
 * The platform warns a Page, blocks it, or lets it go on. Older samples write the key with a hyphen.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messaging_policy_enforcement (2026)
 */
export function readPolicy(event: Json): ItemOutcome {
  const policy = [event.policy_enforcement, event["policy-enforcement"]].find(isObject) ?? {};
  const action = idAt(policy, "action");
  const reason = idAt(policy, "reason");
  return accountNews(requireTime(event, "timestamp"), { ...verdictOn(action, reason), data: { action, reason } });
}

function verdictOn(action: string | null, reason: string | null): Omit<News, "data"> {
  if (action === "block")
    return { code: "policy_blocked", level: "problem", effect: { kind: "blocked", reason: reason ?? "policy_blocked", until: null } };
  if (action === "unblock") return { code: "policy_unblocked", level: "info", effect: { kind: "blocked", reason: null, until: null } };
  return { code: "policy_warning", level: "warning" };
}
