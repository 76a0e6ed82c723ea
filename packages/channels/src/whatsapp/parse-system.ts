import type { IdentityKey, ItemOutcome, Sender } from "@onethread/core";
import { events } from "../meta/parsed-item.ts";
import { idAt, type Json, requireId, requireObject, requireTime, textAt } from "../meta/read-keys.ts";
import { keysAt, personKey, same, unite, withContact } from "./parse-sender.ts";

type SystemContext = { wabaId: string; contacts: readonly unknown[]; source: "live" | "standby" | "history" };

/**
 * A notice about a customer: a new number or a new user id. What stands in `from…` and in `previous_…` is the person's
 * old address, what stands in the system object the new one; the documentation's own sample lacks `previous_…`.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (29 June 2026)
 */
export function readSystem(message: Json, sender: Sender, context: SystemContext): ItemOutcome {
  const system = requireObject(message, "system");
  const previous = [idAt(system, "previous_user_id"), idAt(system, "previous_parent_user_id"), idAt(system, "customer")];
  const old = unite([...sender.keys, ...previous.filter((id) => id !== null).map((id) => personKey(id, context.wabaId))]);
  const fresh = newKeys(system, context.wabaId);
  const keys = fresh.length === 0 ? sender.keys : fresh;
  const formerKeys = old.filter((key) => !keys.some((other) => same(other, key)));
  return events({
    type: "message",
    direction: "inbound",
    externalId: requireId(message, "id"),
    occurredAt: requireTime(message, "timestamp"),
    source: context.source,
    customer: { ...sender, keys },
    ...(fresh.length === 0 || formerKeys.length === 0 ? {} : { formerKeys }),
    content: { kind: "system", text: textAt(system, "body"), ...noticeOf(system) },
  });
}

const noticeOf = (system: Json): { notice?: string } => {
  const notice = idAt(system, "type");
  return notice === null ? {} : { notice };
};

function newKeys(system: Json, wabaId: string): IdentityKey[] {
  const phone = idAt(system, "new_wa_id");
  const keys = keysAt(system, { phone: "wa_id", userId: "user_id", parentUserId: "parent_user_id" }, wabaId);
  return phone === null ? keys : unite([...keys, personKey(phone, wabaId)]);
}

/**
 * The form of early 2026, later withdrawn: `user_id_update[{wa_id?, user_id:{previous, current}, timestamp}]`.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog (11 August 2026)
 */
export function readUserIdUpdate(update: Json, contacts: readonly unknown[], wabaId: string): ItemOutcome {
  const change = requireObject(update, "user_id");
  const previous = personKey(requireId(change, "previous", "user_id.previous"), wabaId);
  const current = personKey(requireId(change, "current", "user_id.current"), wabaId);
  const phone = idAt(update, "wa_id");
  const { name, username } = withContact([previous], contacts, wabaId);
  return events({
    type: "link",
    occurredAt: requireTime(update, "timestamp"),
    customer: {
      keys: unite([current, ...(phone === null ? [] : [personKey(phone, wabaId)])]),
      ...(name ? { name } : {}),
      ...(username ? { username } : {}),
    },
    formerKeys: [previous],
  });
}
