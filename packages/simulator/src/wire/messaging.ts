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

/** Anything a person does in a thread: `event` is the key with its value, e.g. `{ message: … }`. */
export const messagingEvent = (account: MessagingAccount, personId: string, at: number, event: Wire): Wire =>
  messagingBody(account, at, [{ ...fromPerson(account, personId, at), ...event }]);

/** The same events for an app that only looks on, because another one holds the thread. */
export function asStandby(body: Wire): Wire {
  const entries = (body.entry as Wire[]).map(({ messaging, ...entry }) => (messaging === undefined ? entry : { ...entry, standby: messaging }));
  return { ...body, entry: entries };
}

/** What happens outside of threads: comments and mentions. Times are seconds here. */
export const messagingChange = (account: MessagingAccount, field: string, value: Wire, at: number): Wire => ({
  object: account.channel === "messenger" ? "page" : "instagram",
  entry: [{ id: account.externalId, time: Math.floor(at / 1000), changes: [{ field, value }] }],
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
  echo: {
    id: string;
    text?: string | undefined;
    attachments?: readonly Wire[] | undefined;
    at: number;
    appId?: string | undefined;
    metadata?: string | undefined;
    replyTo?: string | undefined;
  },
): Wire {
  const message = {
    mid: echo.id,
    ...(echo.text ? { text: echo.text } : {}),
    ...(echo.attachments ? { attachments: echo.attachments } : {}),
    ...(echo.replyTo ? { reply_to: { mid: echo.replyTo } } : {}),
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

export const shortLink = (ref: string): Wire => ({ ref, source: "SHORTLINK", type: "OPEN_THREAD" });

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
