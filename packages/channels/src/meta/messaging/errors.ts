import type { ErrorRow } from "../error-row.ts";

const later = "Nothing to do: it is sent again by itself.";
const reconnect = "An admin has to connect the channel again.";
const otherWay = "Reach the customer another way, or wait until they write.";

const transient: ErrorRow = { class: "retry_after", wait: 5_000, meaning: "The platform had a fault of its own.", action: later };
const throttled: ErrorRow = {
  class: "retry_after",
  wait: 10_000,
  ofAccount: true,
  meaning: "Too much was sent at once, so the platform asks to wait.",
  action: later,
};
const windowClosed: ErrorRow = {
  class: "window_closed",
  meaning: "The customer's last message is more than 24 hours old.",
  action: "Answer as a human agent if it is less than 7 days old, or wait until the customer writes.",
};
const noSuchPerson: ErrorRow = { class: "invalid_recipient", meaning: "The platform does not know this customer at this account.", action: otherWay };
const noPermission: ErrorRow = { class: "token_broken", meaning: "The connection lacks a permission for this.", action: reconnect };
/** The file may be fetched at the next attempt, but a person should look at it first. */
const mediaFailed: ErrorRow = {
  class: "our_bug",
  meaning: "The platform could not fetch or take the file.",
  action: "Send it once more; if that fails, save it in another format.",
};

/**
 * Errors of the Send API of Messenger and Instagram: `code/subcode`, then `/subcode` for any code, then `code`.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes (25 June 2026)
 */
export const errors: ReadonlyMap<string, ErrorRow> = new Map<string, ErrorRow>([
  [
    "/1357046",
    {
      class: "unknown",
      mayHaveGoneOut: true,
      meaning: "The platform reports a fault, but the message may have gone out.",
      action: "Look in the chat on the platform before you send it again.",
    },
  ],
  ["1", transient],
  ["1/99", transient],
  ["2", transient],
  ["2/1545133", transient],
  // Messenger's terms were not accepted: nothing changes by trying again.
  [
    "2/2018344",
    {
      class: "policy",
      meaning: "The business has not accepted the platform's terms.",
      action: "An admin has to accept them in the Page's settings.",
    },
  ],
  ["4", throttled],
  ["17", throttled],
  ["32", throttled],
  ["613", throttled],
  ["613/2534040", throttled],
  // Business-use-case limits of Instagram and Messenger
  // (https://developers.facebook.com/docs/graph-api/overview/rate-limiting, from general knowledge, not re-read)
  ["80002", throttled],
  ["80006", throttled],
  ["/2018278", windowClosed],
  ["/2534022", windowClosed],
  ["/1545041", { class: "invalid_recipient", meaning: "The customer can't get messages now.", action: otherWay }],
  [
    "/2018065",
    { class: "policy", meaning: "This account may not send this kind of message.", action: "An admin has to get the permission from Meta." },
  ],
  [
    "/1893063",
    {
      class: "policy",
      meaning: "The platform has restricted the Page for a time.",
      action: "An admin has to look at the Page's quality. Nothing goes out until then.",
    },
  ],
  ["10", noPermission],
  ["/2018001", noSuchPerson],
  ["/2534014", noSuchPerson],
  ["/2018109", { class: "our_bug", meaning: "The file is too large for this platform.", action: "Send a smaller file, or a link to it." }],
  // From older tables, not re-read.
  ["/2018007", mediaFailed],
  ["/2018008", mediaFailed],
  ["/2018047", mediaFailed],
  ["/2018294", mediaFailed],
  [
    "100",
    {
      class: "our_bug",
      meaning: "The platform did not accept the form of this message.",
      action: "Tell an admin: this is a fault of the software, not of the customer.",
    },
  ],
  ["190", { class: "token_broken", meaning: "The platform no longer accepts this channel's access token.", action: reconnect }],
  ["190/460", { class: "token_broken", meaning: "The password of the person who connected the channel was changed.", action: reconnect }],
  ["190/463", { class: "token_broken", meaning: "The channel's access token has expired.", action: reconnect }],
  ["190/467", { class: "token_broken", meaning: "The channel's access token was withdrawn.", action: reconnect }],
  ["190/492", { class: "token_broken", meaning: "The person who connected the channel has lost their role on it.", action: reconnect }],
  ["200", noPermission],
  ["200/2018028", noPermission],
  [
    "/2534041",
    {
      class: "token_broken",
      meaning: "The Instagram account does not let apps read and write its messages.",
      action: "The owner has to switch on message access in Instagram's settings.",
    },
  ],
  [
    "368",
    {
      class: "policy",
      meaning: "The platform has blocked the account for a time because of its rules.",
      action: "An admin has to look at the account's quality.",
    },
  ],
  ["551", { class: "invalid_recipient", meaning: "The customer can't get messages now.", action: otherWay }],
  ["/2018218", { class: "invalid_recipient", meaning: "The platform has no profile for this customer.", action: otherWay }],
  ["/2534001", { class: "policy", meaning: "The chat is archived on the platform.", action: otherWay }],
  ["/2534013", { class: "policy", meaning: "This comment can't be answered privately any more.", action: "Answer under the comment instead." }],
  [
    "/2534025",
    {
      class: "policy",
      meaning: "This comment was answered privately before; only one answer is allowed.",
      action: "Wait until the customer writes.",
    },
  ],
  [
    "/2534029",
    {
      class: "policy",
      meaning: "The platform has blocked this account from sending through apps.",
      action: "An admin has to look at the account's status.",
    },
  ],
]);
