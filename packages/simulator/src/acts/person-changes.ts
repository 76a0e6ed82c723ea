import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { messagingEvent } from "../wire/messaging.ts";
import { whatsappMessage, whatsappStatuses } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { PhoneMessage, Thread } from "../world/world.ts";
import { type Acting, CannotAct, type Done, makeId, tell } from "./act-context.ts";
import type { ActOf } from "./act-schema.ts";

type Change = ActOf<"react"> | ActOf<"edit"> | ActOf<"delete"> | ActOf<"play">;

/** Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-edits (2026) */
const mostEdits = 5;

/** A person reacts to a message, changes or takes back one of theirs, or plays a voice message of the business. */
export function personChanges(simulator: Simulator, acting: Acting, act: Change): Promise<Done> {
  const { account, person } = acting;
  const thread = simulator.world.thread(account.externalId, person.id);
  const message = thread?.messages.find((one) => one.id === act.messageId);
  if (!thread || !message || message.deleted) throw new CannotAct("There is no such message.");
  const change = { simulator, acting, thread, message };
  if (act.type === "react") return react(change, act.emoji);
  if (act.type === "play") return play(change);
  if (message.by !== "person") throw new CannotAct("That message is not the person's own.");
  return act.type === "edit" ? edit(change, act.text) : remove(change);
}

type Changing = { simulator: Simulator; acting: Acting; thread: Thread; message: PhoneMessage };

function react({ simulator, acting, thread, message }: Changing, emoji: string | null): Promise<Done> {
  const { account, at } = acting;
  message.reactions = { ...message.reactions, person: emoji ?? undefined };
  // A reaction opens the window on Messenger and Instagram.
  if (account.channel !== "whatsapp") simulator.world.opened(thread, at);
  simulator.world.changed(thread.personId);
  if (account.channel === "whatsapp") {
    // Taking it back leaves the key out.
    const reaction = { message_id: message.id, ...(emoji === null ? {} : { emoji }) };
    return tellWhatsapp(simulator, acting, thread, "reaction", { reaction });
  }
  const done = emoji === null ? { action: "unreact" } : { action: "react", reaction: nameOf(account, emoji), emoji };
  return tellMessaging(simulator, acting, thread, { reaction: { mid: message.id, ...done } });
}

/** Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-reactions (2026) */
const names: Record<string, string> = {
  "😆": "smile",
  "😠": "angry",
  "😢": "sad",
  "😮": "wow",
  "❤": "love",
  "❤️": "love",
  "👍": "like",
  "👎": "dislike",
};
const nameOf = (account: AccountConfig, emoji: string): string =>
  account.channel === "instagram" && !emoji.startsWith("❤") ? "other" : (names[emoji] ?? "other");

function edit({ simulator, acting, thread, message }: Changing, text: string): Promise<Done> {
  const edits = (message.edits ?? 0) + 1;
  if (edits > mostEdits) throw new CannotAct("A message can be changed five times.");
  message.text = text;
  message.edits = edits;
  simulator.world.changed(thread.personId);
  if (acting.account.channel === "whatsapp") {
    const edited = { original_message_id: message.id, message: { type: "text", text: { body: text } } };
    return tellWhatsapp(simulator, acting, thread, "edit", { edit: edited });
  }
  return tellMessaging(simulator, acting, thread, { message_edit: { mid: message.id, text, num_edit: edits } });
}

function remove({ simulator, acting, thread, message }: Changing): Promise<Done> {
  message.deleted = true;
  message.text = "";
  delete message.shown;
  simulator.world.changed(thread.personId);
  if (acting.account.channel === "whatsapp") {
    return tellWhatsapp(simulator, acting, thread, "revoke", { revoke: { original_message_id: message.id } });
  }
  return tellMessaging(simulator, acting, thread, { message: { mid: message.id, is_deleted: true } });
}

/** The first time a voice message is played, WhatsApp tells. */
function play({ simulator, acting, thread, message }: Changing): Promise<Done> {
  const { account, person, at } = acting;
  if (account.channel !== "whatsapp" || message.by !== "business") throw new CannotAct("Only WhatsApp tells that a voice message was played.");
  simulator.world.advance(thread, message, "read");
  const status = { id: message.id, status: "played" as const, at, callbackData: message.callbackData };
  return tell(simulator, { ...acting, thread }, whatsappStatuses(whatsappAccount(account), whatsappPerson(person), [status]), {
    externalId: message.id,
  });
}

function tellWhatsapp(simulator: Simulator, acting: Acting, thread: Thread, type: string, content: Record<string, unknown>): Promise<Done> {
  const { account, person, at } = acting;
  const id = makeId(account);
  const body = whatsappMessage(whatsappAccount(account), whatsappPerson(person), { id, at, type, content });
  return tell(simulator, { ...acting, thread }, body, { externalId: id });
}

function tellMessaging(simulator: Simulator, acting: Acting, thread: Thread, event: Record<string, unknown>): Promise<Done> {
  const { account, person, at } = acting;
  const body = messagingEvent(messagingAccount(account), scopedId(simulator.world, account, person), at, event);
  return tell(simulator, { ...acting, thread }, body, { externalId: null });
}
