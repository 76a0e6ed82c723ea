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
  status: "sent" | "delivered" | "read" | "played" | "failed";
  at: number;
  callbackData?: string | undefined;
  /** The group it was sent to; then the person is only one of those who got it. */
  group?: string | undefined;
  /** Of a template: marketing, utility, authentication. */
  category?: string | undefined;
  error?: { code: number; title: string; details: string } | undefined;
};

export const seconds = (ms: number): string => String(Math.floor(ms / 1000));

const digits = (text: string): string => text.replace(/\D/g, "");

/** A change of one of the number's fields: the value names the number. */
export function whatsappNumberField(account: WhatsappAccount, field: string, value: Record<string, unknown>): Record<string, unknown> {
  const metadata = { display_phone_number: digits(account.displayPhoneNumber), phone_number_id: account.externalId };
  const change = { value: { messaging_product: "whatsapp", metadata, ...value }, field };
  return { object: "whatsapp_business_account", entry: [{ id: account.wabaId, changes: [change] }] };
}

/** A change of the business account: the value names no number, the entry its time. */
export const whatsappAccountField = (
  account: WhatsappAccount,
  field: string,
  value: Record<string, unknown>,
  at: number,
): Record<string, unknown> => ({
  object: "whatsapp_business_account",
  entry: [{ id: account.wabaId, time: Math.floor(at / 1000), changes: [{ value, field }] }],
});

const body = (account: WhatsappAccount, value: Record<string, unknown>): Record<string, unknown> => whatsappNumberField(account, "messages", value);

export const contactOf = (person: WhatsappPerson): Record<string, unknown> => ({
  profile: { name: person.name, ...(person.username ? { username: person.username } : {}) },
  ...(person.phone ? { wa_id: person.phone } : {}),
  ...(person.userId ? { user_id: person.userId } : {}),
});

export const senderOf = (person: WhatsappPerson): Record<string, unknown> => ({
  ...(person.phone ? { from: person.phone } : {}),
  ...(person.userId ? { from_user_id: person.userId } : {}),
});

export type WhatsappItem = {
  id: string;
  at: number;
  type: string;
  /** What stands under the type's name, and beside it. */
  content: Record<string, unknown>;
  replyTo?: string | undefined;
  /** More of the context: forwarded, the product asked about. */
  context?: Record<string, unknown> | undefined;
  /** Beside the message: the ad, the group. */
  beside?: Record<string, unknown> | undefined;
};

/** A message of any type from a person. */
export function whatsappMessage(account: WhatsappAccount, person: WhatsappPerson, message: WhatsappItem): Record<string, unknown> {
  const context = {
    ...(message.replyTo ? { from: digits(account.displayPhoneNumber), id: message.replyTo } : {}),
    ...message.context,
  };
  const item = {
    ...(Object.keys(context).length > 0 ? { context } : {}),
    ...senderOf(person),
    id: message.id,
    timestamp: seconds(message.at),
    ...message.beside,
    type: message.type,
    ...message.content,
  };
  // Notices of the system stand without the person's profile.
  return body(account, { ...(message.type === "system" ? {} : { contacts: [contactOf(person)] }), messages: [item] });
}

/** A text from a person. */
export const whatsappText = (
  account: WhatsappAccount,
  person: WhatsappPerson,
  message: { id: string; text: string; at: number; replyTo?: string | undefined },
): Record<string, unknown> => whatsappMessage(account, person, { ...message, type: "text", content: { text: { body: message.text } } });

/** Receipts for messages of the business. There is no contact beside failures. */
export function whatsappStatuses(account: WhatsappAccount, person: WhatsappPerson, statuses: readonly WhatsappStatus[]): Record<string, unknown> {
  const items = statuses.map((status) => ({
    id: status.id,
    status: status.status,
    timestamp: seconds(status.at),
    ...recipientOf(person, status.group),
    ...(status.callbackData === undefined ? {} : { biz_opaque_callback_data: status.callbackData }),
    ...(status.error ? { errors: [errorOf(status.error)] } : status.status === "played" ? {} : { pricing: pricingOf(status.category) }),
  }));
  const failed = statuses.every((status) => status.status === "failed");
  return body(account, { ...(failed ? {} : { contacts: [contactOf(person)] }), statuses: items });
}

const recipientOf = ({ phone, userId }: WhatsappPerson, group: string | undefined): Record<string, string> =>
  group === undefined
    ? { ...(phone ? { recipient_id: phone } : {}), ...(userId ? { recipient_user_id: userId } : {}) }
    : {
        recipient_id: group,
        recipient_type: "group",
        ...(phone ? { recipient_participant_id: phone } : {}),
        ...(userId ? { recipient_participant_user_id: userId } : {}),
      };

const pricingOf = (category = "service") => ({ billable: true, pricing_model: "PMP", category, type: "regular" });

const errorOf = ({ code, title, details }: { code: number; title: string; details: string }) => ({
  code,
  title,
  message: title,
  error_data: { details },
  href: "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
});
