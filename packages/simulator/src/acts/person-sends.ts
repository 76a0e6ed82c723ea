import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { makeGroupId } from "../wire/make-id.ts";
import { messagingEvent } from "../wire/messaging.ts";
import { whatsappMessage } from "../wire/whatsapp.ts";
import type { MediaFile } from "../world/media-store.ts";
import { scopedId } from "../world/people.ts";
import { addSample } from "../world/sample-files.ts";
import type { PhoneMessage } from "../world/world.ts";
import { type Acting, CannotAct, type Done, makeId, tell } from "./act-context.ts";
import type { MessageAct } from "./act-schema.ts";
import { messagingContent } from "./messaging-message.ts";
import { showAct } from "./show-act.ts";
import { whatsappContent } from "./whatsapp-message.ts";

export type Sending = Acting & {
  act: MessageAct;
  replyTo?: string | undefined;
  /** WhatsApp tells that a message was passed on, and that it was passed on often. */
  forwarded?: "once" | "often" | undefined;
};

/** A person sends something: it stands on the phone and goes out as a webhook. */
export async function personSends(simulator: Simulator, sending: Sending): Promise<Done> {
  const { account, person, act, at, replyTo } = sending;
  if (act.type === "group_text") rememberGroup(simulator, sending, act);
  const file = act.type === "media" ? fileOf(simulator, sending, act) : null;
  const id = makeId(account);
  const body = bodyOf(simulator, sending, { id, file });
  const { text, shown } = showAct(act, file);
  const message: PhoneMessage = { id, by: "person", kind: shown ? "rich" : "text", text, at, status: "sent", replyTo, ...(shown ? { shown } : {}) };
  const thread = simulator.world.beginThread(account, person);
  simulator.world.opened(thread, at);
  simulator.world.addMessage(thread, message);
  return tell(simulator, { ...sending, thread }, body, {
    externalId: id,
    onDelivered: () => void simulator.world.advance(thread, message, "delivered"),
  });
}

/** A person keeps to one group unless told otherwise. */
function rememberGroup(simulator: Simulator, { account, person }: Acting, act: Extract<MessageAct, { type: "group_text" }>): void {
  const thread = simulator.world.beginThread(account, person);
  act.groupId ??= thread.groupId ?? makeGroupId();
  thread.groupId = act.groupId;
}

function fileOf(simulator: Simulator, { account }: Acting, act: Extract<MessageAct, { type: "media" }>): MediaFile {
  if (act.mediaId === undefined) return addSample(simulator.media, act.kind, account.channel === "whatsapp");
  const file = simulator.media.get(act.mediaId);
  if (!file) throw new CannotAct("There is no such file.");
  return file;
}

function bodyOf(simulator: Simulator, sending: Sending, { id, file }: { id: string; file: MediaFile | null }): Record<string, unknown> {
  const { account, person, act, at, replyTo, forwarded } = sending;
  if (account.channel === "whatsapp") {
    const made = whatsappContent(act, { simulator, person, file });
    if (!made) throw new CannotAct("WhatsApp has nothing like that.");
    const passedOn = forwarded ? { [forwarded === "often" ? "frequently_forwarded" : "forwarded"]: true } : {};
    const context = { ...passedOn, ...made.context };
    return whatsappMessage(whatsappAccount(account), whatsappPerson(person), { ...made, id, at, replyTo, context });
  }
  const made = messagingContent(act, { simulator, account, file });
  if (!made) throw new CannotAct(`${account.channel === "instagram" ? "Instagram" : "Messenger"} has nothing like that.`);
  const event = "event" in made ? made.event : { message: { mid: id, ...made.message, ...(replyTo ? { reply_to: { mid: replyTo } } : {}) } };
  return messagingEvent(messagingAccount(account), scopedId(simulator.world, account, person), at, event);
}
