import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator } from "../simulator.ts";
import { messagingReferral, messengerGetStarted } from "../wire/messaging.ts";
import { scopedId } from "../world/people.ts";
import type { Person, World } from "../world/world.ts";
import { makeId } from "./act-context.ts";

export type OpenedLink = {
  channel: AccountConfig["channel"];
  accountId: string;
  /** WhatsApp: what stands in the text box, ready to send. */
  prefilledText: string | null;
  /** What the business was told at once. */
  sent: "referral" | "postback" | null;
};

/** Follows a link as a phone would; null when it leads to none of the accounts. */
export async function openLink(simulator: Simulator, { person, url, at }: { person: Person; url: string; at: number }): Promise<OpenedLink | null> {
  const target = readLink(simulator.world, url);
  if (target === null) return null;
  const { account, text, ref } = target;
  const { channel, externalId: accountId } = account;
  const isNew = (simulator.world.thread(accountId, person.id)?.messages ?? []).length === 0;
  const thread = simulator.world.beginThread(account, person);
  simulator.world.changed(person.id);
  if (channel === "whatsapp") return { channel, accountId, prefilledText: text ?? "", sent: null };
  if (ref === null) return { channel, accountId, prefilledText: null, sent: null };
  // A new Messenger thread begins with the button "Get Started", which carries the ref.
  const sent = channel === "messenger" && isNew ? "postback" : "referral";
  const id = makeId(account);
  const personId = scopedId(simulator.world, account, person);
  const wire = messagingAccount(account);
  const body = sent === "postback" ? messengerGetStarted(wire, personId, { id, at, ref }) : messagingReferral(wire, personId, ref, at);
  const words = sent === "postback" ? "Get Started" : "You opened this chat from a link";
  simulator.world.opened(thread, at);
  simulator.world.addMessage(thread, { id, by: "person", kind: "notice", text: words, at, status: "sent" });
  await simulator.post(account, body);
  return { channel, accountId, prefilledText: null, sent };
}

type Target = { account: AccountConfig; text: string | null; ref: string | null };

/**
 * wa.me/<digits>?text=, m.me/<page>?ref=, ig.me/m/<username>?ref=.
 * Sources: https://faq.whatsapp.com/5913398998672934, https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links
 */
function readLink(world: World, link: string): Target | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  const [first = "", second = ""] = url.pathname
    .split("/")
    .filter((step) => step !== "")
    .map(decodeURIComponent);
  const find = (channel: AccountConfig["channel"], matches: (account: AccountConfig) => boolean): Target | null => {
    const account = [...world.accounts.values()].find((one) => one.channel === channel && matches(one));
    return account ? { account, text: url.searchParams.get("text"), ref: url.searchParams.get("ref") } : null;
  };
  const host = url.hostname.replace(/^www\./, "");
  if (host === "wa.me") return find("whatsapp", (one) => digits(one.displayPhoneNumber ?? "") === digits(first));
  if (host === "m.me") return find("messenger", (one) => one.externalId === first || one.username === first);
  if (host === "ig.me" && first === "m") return find("instagram", (one) => one.username === second);
  return null;
}

const digits = (text: string): string => text.replace(/\D/g, "");
