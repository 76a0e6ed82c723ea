import type { ErrorRow } from "../meta/error-row.ts";

const reconnect = "An admin has to connect the number again.";
const later = "Nothing to do: it is sent again by itself.";
const ours = "Tell an admin: this is a fault of the software or its set-up, not of the customer.";
const fixTemplate = "An admin has to correct how the template is filled in, or the template.";
const inManager = "An admin has to look at the account in WhatsApp Manager.";
const otherWay = "Reach the customer another way.";

const row = (codes: readonly number[], data: ErrorRow): (readonly [string, ErrorRow])[] => codes.map((code) => [String(code), data]);

/**
 * WhatsApp's error codes, in answers and in failed statuses.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (12 December 2025,
 * and a maintained client's list of August 2026 for the codes above 138000)
 */
export const errors: ReadonlyMap<string, ErrorRow> = new Map([
  ...row([0, 190], { class: "token_broken", meaning: "WhatsApp no longer accepts this number's access token.", action: reconnect }),
  ...row([3, 10, 131005], { class: "token_broken", meaning: "The connection lacks a permission for this.", action: reconnect }),
  ...row([131045, 133010], { class: "token_broken", meaning: "The business's number is not registered with WhatsApp.", action: reconnect }),
  // Limits of the app, the business account and the number.
  ...row([4, 80007, 130429], {
    class: "retry_after",
    wait: 5_000,
    ofAccount: true,
    meaning: "Too much was sent at once, so WhatsApp asks to wait.",
    action: later,
  }),
  // The page asks for 4^n seconds after the n-th attempt.
  ...row([131056], {
    class: "retry_after",
    wait: 4_000,
    growth: 4,
    meaning: "Too many messages to this customer in a short time.",
    action: later,
  }),
  ...row([1, 131000, 135000], { class: "retry_after", wait: 4_000, meaning: "WhatsApp had a fault of its own.", action: later }),
  ...row([2, 131016, 133004], { class: "retry_after", wait: 4_000, meaning: "WhatsApp can't be reached for the moment.", action: later }),
  // The number is being moved to a higher throughput, which takes up to a minute.
  ...row([131057, 2494100], {
    class: "retry_after",
    wait: 60_000,
    ofAccount: true,
    meaning: "WhatsApp is working on this number for a minute.",
    action: later,
  }),
  ...row([133016], {
    class: "limit",
    meaning: "The number was registered too often; WhatsApp blocks that for up to 72 hours.",
    action: "An admin can try again when the 72 hours are over.",
  }),
  ...row([131048], {
    class: "limit",
    meaning: "Too many of this number's messages were blocked or reported, so WhatsApp holds new ones back.",
    action: "Stop campaigns. Answers to customers who write may still go out.",
  }),
  ...row([131064], {
    class: "limit",
    meaning: "WhatsApp limits this number because of its templates.",
    action: "Send no templates until an admin has put them right.",
  }),
  ...row([131049], {
    class: "limit",
    meaning: "WhatsApp lets no more marketing through to this customer for now.",
    action: "Try again after 24 hours at the earliest, or wait until the customer writes.",
  }),
  ...row([368, 131031], { class: "policy", meaning: "WhatsApp has restricted or locked this business account.", action: inManager }),
  ...row([130497], { class: "policy", meaning: "This business may not write to customers in that country on WhatsApp.", action: otherWay }),
  ...row([131037], {
    class: "policy",
    meaning: "WhatsApp has not approved the number's display name yet.",
    action: "When an admin has had it approved, send the message again.",
  }),
  ...row([131042], {
    class: "policy",
    meaning: "There is a problem with how the business pays WhatsApp.",
    action: "An admin has to check the payment method in WhatsApp Manager.",
  }),
  ...row([131044], {
    class: "policy",
    meaning: "WhatsApp could not bill this message.",
    action: "An admin has to check the payment method in WhatsApp Manager.",
  }),
  ...row([130472], {
    class: "policy",
    meaning: "WhatsApp leaves marketing away for this customer, as part of an experiment.",
    action: "Don't send it again. Wait until the customer writes.",
  }),
  ...row([131063], {
    class: "policy",
    meaning: "Marketing templates are switched off for this way of sending.",
    action: "An admin has to set up the Marketing Messages API.",
  }),
  ...row([132015], {
    class: "policy",
    meaning: "The template is paused because of its quality.",
    action: "Use another template until WhatsApp lifts the pause.",
  }),
  ...row([132016], { class: "policy", meaning: "The template was switched off for good because of its quality.", action: "Use another template." }),
  ...row([33], { class: "our_bug", meaning: "The business's number does not exist at WhatsApp any more.", action: reconnect }),
  ...row([100, 131008, 131009], { class: "our_bug", meaning: "WhatsApp did not accept the form of this message.", action: ours }),
  ...row([131021], { class: "our_bug", meaning: "The message was addressed to the business's own number.", action: "Choose another customer." }),
  ...row([131051], { class: "our_bug", meaning: "WhatsApp does not take this kind of message.", action: "Send it as another kind." }),
  ...row([131052], { class: "our_bug", meaning: "WhatsApp could not fetch the file.", action: "Send the file again." }),
  ...row([131053], {
    class: "our_bug",
    meaning: "WhatsApp could not take the file: its type or its content.",
    action: "Save it in another format and send it again.",
  }),
  ...row([132000], { class: "our_bug", meaning: "The template needs another number of values.", action: fixTemplate }),
  ...row([132001], {
    class: "our_bug",
    meaning: "The template does not exist in this language, or is not approved.",
    action: "Choose another template, or reload the list.",
  }),
  ...row([132005], { class: "our_bug", meaning: "The template is too long with these values.", action: "Shorten the values." }),
  ...row([132007], { class: "policy", meaning: "The template's content breaks WhatsApp's rules.", action: fixTemplate }),
  ...row([132008, 132012], { class: "our_bug", meaning: "A value does not fit the template.", action: fixTemplate }),
  ...row([132068], {
    class: "our_bug",
    meaning: "The form behind this message is blocked.",
    action: "An admin has to correct the form in WhatsApp Manager.",
  }),
  ...row([132069], {
    class: "limit",
    meaning: "The form behind this message was opened too often in the last hour.",
    action: "Try again in an hour.",
  }),
  ...row([131026], {
    class: "invalid_recipient",
    // The page forbids concluding which: not on WhatsApp, an old app, the terms, a block.
    meaning: "WhatsApp can't deliver to this customer. It does not say why.",
    action: `${otherWay} They may have to update WhatsApp and accept its terms.`,
  }),
  ...row([131030], {
    class: "invalid_recipient",
    meaning: "A test number reaches only the phones on its list.",
    action: "An admin has to add the phone to the list, or connect a real number.",
  }),
  ...row([131062], {
    class: "invalid_recipient",
    meaning: "This kind of message needs the customer's phone number, which they don't show.",
    action: "Ask for the phone number first.",
  }),
  ...row([137000], {
    class: "invalid_recipient",
    meaning: "The customer's WhatsApp identity has changed since it was checked.",
    action: "Make sure that it is still the same person before you write.",
  }),
  ...row([131047], {
    class: "window_closed",
    meaning: "The customer's last message is more than 24 hours old.",
    action: "Send a template, or wait until the customer writes.",
  }),
  ...row([131050], {
    class: "consent_withdrawn",
    meaning: "The customer wants no marketing from this business.",
    action: "Send no marketing. Answers may still go out.",
  }),
  ...row([134011], { class: "policy", meaning: "The terms of WhatsApp's payments were not accepted.", action: inManager }),
  ...row([134100, 134101, 134102], { class: "policy", meaning: "The Marketing Messages API does not take this message.", action: inManager }),
  ...row([2040], { class: "our_bug", meaning: "WhatsApp knows no order with this reference.", action: "Send the order again." }),
  ...row([2046, 2047], { class: "our_bug", meaning: "The order can't have this status now.", action: "Check whether it was paid or is being paid." }),
  ...row([131020], { class: "invalid_recipient", meaning: "The WhatsApp group can't be reached.", action: "Check whether the group still exists." }),
  ...row([131041], { class: "policy", meaning: "The WhatsApp group does not take this message.", action: "Send another kind of message." }),
]);

/** Whole ranges that belong to one area. */
export const errorRanges: readonly { pattern: RegExp; row: ErrorRow }[] = [
  { pattern: /^2\d\d$/, row: { class: "token_broken", meaning: "The connection lacks a permission for this.", action: reconnect } },
  { pattern: /^1312\d\d$/, row: { class: "policy", meaning: "WhatsApp refused something about the group.", action: "Check the group in WhatsApp." } },
  {
    pattern: /^138\d{3}$/,
    row: { class: "policy", meaning: "WhatsApp refused the call.", action: "Write instead, or ask for permission to call first." },
  },
  { pattern: /^139\d{3}$/, row: { class: "policy", meaning: "WhatsApp refused something about blocked people or forms.", action: inManager } },
  { pattern: /^14700[1-5]$/, row: { class: "policy", meaning: "WhatsApp refused something about the business's user name.", action: inManager } },
  { pattern: /^2388\d{3}$/, row: { class: "our_bug", meaning: "WhatsApp refused something about the template.", action: fixTemplate } },
  { pattern: /^2593\d{3}$/, row: { class: "policy", meaning: "The number is not fully connected yet.", action: reconnect } },
];
