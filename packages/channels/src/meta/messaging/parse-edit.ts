import type { ItemOutcome } from "@onethread/core";
import { events } from "../parsed-item.ts";
import { idAt, type Json, requireId, requireObject, requireTime, textAt } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, partiesOf } from "./context.ts";

/** A message edited by its sender; `num_edit` is a number, sometimes as text. */
export function readEdit(event: Json, context: MessagingContext): ItemOutcome {
  const edit = requireObject(event, "message_edit");
  const { customer } = partiesOf(event, context);
  const target = requireId(edit, "mid", "message_edit.mid");
  const occurredAt = requireTime(event, "timestamp");
  const number = Number(idAt(edit, "num_edit") ?? Number.NaN);
  const editNum = Number.isInteger(number) ? number : null;
  const text = textAt(edit, "text");
  const eventId = syntheticId("edit", target, editNum, occurredAt, text);
  return events({ type: "edit", target, editNum, occurredAt, eventId, text, customer });
}
