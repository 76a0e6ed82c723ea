/** Bodies of the object `whatsapp_business_account`. Times are milliseconds here and seconds on the wire. */
export type WhatsappAccount = { externalId: string; wabaId: string; displayPhoneNumber: string };
/** At least one of `phone` (digits) and `userId`. A person with a username shows no phone. */
export type WhatsappPerson = {
  name: string;
  phone?: string | undefined;
  userId?: string | undefined;
  username?: string | undefined;
};
export type WhatsappStatus = {
  id: string;
  status: "sent" | "delivered" | "read" | "failed";
  at: number;
  callbackData?: string | undefined;
  error?: { code: number; title: string; details: string } | undefined;
};

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

function body(account: WhatsappAccount, value: Record<string, unknown>, field = "messages"): Record<string, unknown> {
  const metadata = {
    display_phone_number: account.displayPhoneNumber.replace(/\D/g, ""),
    phone_number_id: account.externalId,
  };
  const change = { value: { messaging_product: "whatsapp", metadata, ...value }, field };
  return { object: "whatsapp_business_account", entry: [{ id: account.wabaId, changes: [change] }] };
}

const contactOf = (person: WhatsappPerson): Record<string, unknown> => ({
  profile: { name: person.name, ...(person.username ? { username: person.username } : {}) },
  ...(person.phone ? { wa_id: person.phone } : {}),
  ...(person.userId ? { user_id: person.userId } : {}),
});

/** A text from a person. */
export function whatsappText(
  account: WhatsappAccount,
  person: WhatsappPerson,
  message: { id: string; text: string; at: number; replyTo?: string | undefined },
): Record<string, unknown> {
  const item = {
    ...(message.replyTo ? { context: { from: account.displayPhoneNumber.replace(/\D/g, ""), id: message.replyTo } } : {}),
    ...(person.phone ? { from: person.phone } : {}),
    ...(person.userId ? { from_user_id: person.userId } : {}),
    id: message.id,
    timestamp: seconds(message.at),
    type: "text",
    text: { body: message.text },
  };
  return body(account, { contacts: [contactOf(person)], messages: [item] });
}

/** Receipts for messages of the business. There is no contact beside failures. */
export function whatsappStatuses(account: WhatsappAccount, person: WhatsappPerson, statuses: readonly WhatsappStatus[]): Record<string, unknown> {
  const items = statuses.map((status) => ({
    id: status.id,
    status: status.status,
    timestamp: seconds(status.at),
    ...(person.phone ? { recipient_id: person.phone } : {}),
    ...(person.userId ? { recipient_user_id: person.userId } : {}),
    ...(status.callbackData === undefined ? {} : { biz_opaque_callback_data: status.callbackData }),
    ...(status.error ? { errors: [errorOf(status.error)] } : { pricing: servicePricing }),
  }));
  const failed = statuses.every((status) => status.status === "failed");
  return body(account, { ...(failed ? {} : { contacts: [contactOf(person)] }), statuses: items });
}

const servicePricing = { billable: true, pricing_model: "PMP", category: "service", type: "regular" };

const errorOf = ({ code, title, details }: { code: number; title: string; details: string }) => ({
  code,
  title,
  message: title,
  error_data: { details },
  href: "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
});
