import type { ItemOutcome, OccurrenceEvent } from "@onethread/core";
import { events } from "../parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt, requireObject, requireTime, textAt } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, partiesOf } from "./context.ts";

type Told = { name: OccurrenceEvent["name"]; data: OccurrenceEvent["data"] };

function occurrence(event: Json, context: MessagingContext, { name, data }: Told): ItemOutcome {
  const { customer } = partiesOf(event, context);
  const occurredAt = requireTime(event, "timestamp");
  return events({
    type: "occurrence",
    name,
    externalId: syntheticId(name, context.accountId, customer.keys[0]?.value, occurredAt, JSON.stringify(data)),
    occurredAt,
    source: context.source,
    customer,
    data,
  });
}

/**
 * A person signed in at the business's own site from the chat, or out again. The code that proves it is a secret between
 * platform and site, so it stays in the raw item.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messaging_account_linking (2026)
 */
export function readAccountLinking(event: Json, context: MessagingContext): ItemOutcome {
  const linking = requireObject(event, "account_linking");
  return occurrence(event, context, { name: "account_linked", data: { status: idAt(linking, "status") } });
}

/** A thumb up or down under an answer of the business. */
export function readResponseFeedback(event: Json, context: MessagingContext): ItemOutcome {
  const feedback = requireObject(event, "response_feedback");
  return occurrence(event, context, { name: "feedback", data: { feedback: idAt(feedback, "feedback"), target: idAt(feedback, "mid") } });
}

/**
 * The answer to a customer feedback template: a score and words of the first question.
 * Source: https://developers.facebook.com/docs/messenger-platform/send-messages/templates/customer-feedback-template (2026)
 */
export function readFeedbackForm(event: Json, context: MessagingContext): ItemOutcome {
  const form = requireObject(event, "messaging_feedback");
  const questions = objectAt(arrayAt(form, "feedback_screens").find(isObject) ?? null, "questions");
  const question = Object.values(questions ?? {}).find(isObject) ?? null;
  const data = {
    feedback: idAt(question, "payload"),
    scale: idAt(question, "type"),
    comment: textAt(objectAt(question, "follow_up"), "payload"),
  };
  return occurrence(event, context, { name: "feedback", data });
}
