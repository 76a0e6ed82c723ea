import type { AccountEvent, ItemOutcome } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { plainData } from "../meta/plain-data.ts";
import { arrayAt, idAt, isObject, type Json, requireTime } from "../meta/read-keys.ts";

/**
 * What happened to a group: its life, its members, its settings, its standing.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/webhooks (11 February 2026)
 */
const codes = new Map<string, [string, AccountEvent["level"]]>([
  ["group_create", ["group_created", "info"]],
  ["group_delete", ["group_deleted", "info"]],
  ["group_participants_add", ["group_participants_added", "info"]],
  ["group_participants_remove", ["group_participants_removed", "info"]],
  ["group_join_request_created", ["group_join_requested", "info"]],
  ["group_join_request_revoked", ["group_join_request_revoked", "info"]],
  ["group_settings_update", ["group_settings_changed", "info"]],
  ["group_suspend", ["group_suspended", "problem"]],
  ["group_suspend_cleared", ["group_unsuspended", "info"]],
]);

const memberLists = ["added_participants", "removed_participants", "failed_participants", "participants"];

export function readGroup(group: Json): ItemOutcome {
  const [code, level] = codes.get(idAt(group, "type") ?? "") ?? ["group_changed", "info"];
  const failed = arrayAt(group, "errors").length > 0 || arrayAt(group, "failed_participants").length > 0;
  const members = memberLists.flatMap((key) => arrayAt(group, key)).filter(isObject);
  return accountNews(requireTime(group, "timestamp"), {
    code,
    level: failed && level === "info" ? "warning" : level,
    data: {
      ...plainData(group, ["timestamp", ...memberLists]),
      ...(members.length === 0 ? {} : { participants: members.map(memberText).join(", ").slice(0, 500).toWellFormed() }),
    },
  });
}

const memberText = (member: Json): string => idAt(member, "wa_id") ?? idAt(member, "user_id") ?? idAt(member, "input") ?? "?";
