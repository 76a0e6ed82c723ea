import type { MessageTemplate, startInput } from "@onethread/core/api";
import type { z } from "zod";
import { type FieldValues, filledComponents } from "../templates/fill-template.ts";
import type { Recipient } from "./recipient-field.tsx";

/** The first message as the API takes it. */
export function firstWords(
  recipient: Recipient,
  channelAccountId: string,
  template: MessageTemplate,
  values: FieldValues,
): z.infer<typeof startInput> {
  const content = { kind: "template", name: template.name, language: template.language, components: filledComponents(template, values) };
  return {
    ...(recipient.kind === "customer" ? { customerId: recipient.customer.id } : { identity: { kind: "wa_phone", value: recipient.digits } }),
    channelAccountId,
    content,
  } as z.infer<typeof startInput>;
}
