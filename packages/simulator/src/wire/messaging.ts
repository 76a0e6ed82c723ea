/**
 * Bodies of the objects `page` (Messenger) and `instagram`: entries of messaging events. A business is the sender of
 * its echoes, a person of everything else. Times are milliseconds.
 */
export type MessagingAccount = { channel: "messenger" | "instagram"; externalId: string };
type Wire = Record<string, unknown>;

export function messagingBody(account: MessagingAccount, at: number, events: readonly Wire[]): Wire {
  const object = account.channel === "messenger" ? "page" : "instagram";
  return { object, entry: [{ time: at, id: account.externalId, messaging: events }] };
}

const fromPerson = (account: MessagingAccount, personId: string, at: number): Wire => ({
  sender: { id: personId },
  recipient: { id: account.externalId },
  timestamp: at,
});

/** A text from a person. */
export function messagingText(
  account: MessagingAccount,
  personId: string,
  message: { id: string; text: string; at: number; replyTo?: string | undefined },
): Wire {
  const { id, text, at, replyTo } = message;
  const event = { mid: id, text, ...(replyTo ? { reply_to: { mid: replyTo } } : {}) };
  return messagingBody(account, at, [{ ...fromPerson(account, personId, at), message: event }]);
}

/** What the business sent comes back to it. Messenger returns the metadata, Instagram has none. */
export function messagingEcho(
  account: MessagingAccount,
  personId: string,
  echo: { id: string; text: string; at: number; appId?: string | undefined; metadata?: string | undefined },
): Wire {
  const message = {
    mid: echo.id,
    text: echo.text,
    is_echo: true,
    // An app id is a number on the wire.
    ...(echo.appId === undefined ? {} : { app_id: /^\d{1,15}$/.test(echo.appId) ? Number(echo.appId) : echo.appId }),
    ...(echo.metadata === undefined || account.channel === "instagram" ? {} : { metadata: echo.metadata }),
  };
  const parties = { sender: { id: account.externalId }, recipient: { id: personId }, timestamp: echo.at };
  return messagingBody(account, echo.at, [{ ...parties, message }]);
}

/** Messenger: delivered up to a watermark. This event has no timestamp of its own. */
export function messengerDelivery(account: MessagingAccount, personId: string, mids: readonly string[], at: number): Wire {
  const parties = { sender: { id: personId }, recipient: { id: account.externalId } };
  return messagingBody(account, at, [{ ...parties, delivery: { mids, watermark: at } }]);
}

/** Messenger: read up to a watermark. */
export const messengerRead = (account: MessagingAccount, personId: string, at: number): Wire =>
  messagingBody(account, at, [{ ...fromPerson(account, personId, at), read: { watermark: at } }]);

/** Instagram: seen up to a message. */
export const instagramRead = (account: MessagingAccount, personId: string, mid: string, at: number): Wire =>
  messagingBody(account, at, [{ ...fromPerson(account, personId, at), read: { mid } }]);

const shortLink = (ref: string): Wire => ({ ref, source: "SHORTLINK", type: "OPEN_THREAD" });

/** A link with a ref opened a thread that exists. */
export const messagingReferral = (account: MessagingAccount, personId: string, ref: string, at: number): Wire =>
  messagingBody(account, at, [{ ...fromPerson(account, personId, at), referral: shortLink(ref) }]);

/** "Get Started" in a new Messenger thread, with the ref of the link that led there. */
export function messengerGetStarted(
  account: MessagingAccount,
  personId: string,
  postback: { id: string; at: number; ref?: string | undefined },
): Wire {
  const { id, at, ref } = postback;
  const event = { mid: id, title: "Get Started", payload: "GET_STARTED", ...(ref ? { referral: shortLink(ref) } : {}) };
  return messagingBody(account, at, [{ ...fromPerson(account, personId, at), postback: event }]);
}
