import type { ItemOutcome, OccurrenceEvent } from "@onethread/core";
import { accountNews } from "../account-news.ts";
import { events } from "../parsed-item.ts";
import { plainData } from "../plain-data.ts";
import { idAt, type Json, objectAt, requireObject, requireTime, textAt } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, personKeys } from "./context.ts";

const changes = { pass_thread_control: "passed", take_thread_control: "taken", request_thread_control: "requested" } as const;

/**
 * A thread changed hands between apps, or an app asks for it; a request changes nothing yet. Which app we are the caller
 * knows.
 * Source: https://developers.facebook.com/docs/messenger-platform/conversation-routing (2026)
 */
export const readThreadControl =
  (key: keyof typeof changes) =>
  (event: Json, context: MessagingContext): ItemOutcome => {
    const control = requireObject(event, key);
    const occurredAt = requireTime(event, "timestamp");
    const change = changes[key];
    const toApp = idAt(control, "new_owner_app_id");
    const data: OccurrenceEvent["data"] = {
      change,
      fromApp: idAt(control, "previous_owner_app_id"),
      toApp,
      requestedBy: idAt(control, "requested_owner_app_id"),
      metadata: textAt(control, "metadata"),
    };
    const keys = personOf(event, context);
    if (keys.length === 0) return accountNews(occurredAt, { code: "thread_control_changed", data: { ...data, metadata: null } });
    return events({
      type: "occurrence",
      name: "thread_control",
      externalId: syntheticId("thread_control", context.accountId, keys[0]?.value, occurredAt, change, data.fromApp as string, toApp),
      occurredAt,
      source: context.source,
      customer: { keys },
      data,
      ...(change === "requested" || toApp === null ? {} : { heldBy: toApp }),
    });
  };

/** Also these events can name the account as their sender, when an app of the business acted. */
function personOf(event: Json, context: MessagingContext) {
  const sender = objectAt(event, "sender");
  return personKeys(idAt(sender, "id") === context.accountId ? objectAt(event, "recipient") : sender, context);
}

/** Which app has which role in the Page's routing: about the account, not about one thread. */
export function readAppRoles(event: Json): ItemOutcome {
  const roles = requireObject(event, "app_roles");
  return accountNews(requireTime(event, "timestamp"), { code: "app_roles_changed", data: plainData(roles) });
}
