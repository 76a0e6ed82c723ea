import { type Actor, type IdentityKey, type OutboundContent, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readAccountForStart } from "@onethread/db/read";
import { findConversations, findIdentities, insertPeople, lockNames, workspaceKeyText } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { announceReply, writeReply } from "./send-reply.ts";

export type FirstWords = {
  /** Whom: a customer we know, or an address. */
  customerId?: string | undefined;
  identity?: { kind: "wa_phone" | "wa_bsuid"; value: string } | undefined;
  channelAccountId: string;
  content: OutboundContent;
};

export type Started = { customerId: string; conversationId: string; message: TimelineItem };

/**
 * Writes first: to a customer we know, through a door they have, or to an address on WhatsApp, which makes it a customer
 * if it is nobody's yet. An address stands for itself: it is never joined with anybody by being typed.
 */
export async function startConversation(context: Context, actor: Actor, words: FirstWords): Promise<Result<Started>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const id = newId();
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const place = await placeOf(context, tx, actor.workspaceId, words);
      const { identityId, conversationId } = place;
      // In one transaction: a message that is refused leaves no customer behind.
      await writeReply(context, tx, actor, { id, conversationId, identityId, channelAccountId: words.channelAccountId, content: words.content });
      return place;
    }),
  );
  if (!done.ok) return done;
  const { customerId, conversationId } = done.value;
  const message = await announceReply(context, actor, { id, conversationId });
  return message.ok ? ok({ customerId, conversationId, message: message.value }) : message;
}

type Place = { customerId: string; conversationId: string; identityId?: string };

async function placeOf(context: Context, tx: Tx, workspaceId: string, words: FirstWords): Promise<Place> {
  const account = await readAccountForStart(tx, workspaceId, words.channelAccountId);
  if (!account)
    return refuse("invalid_request", "There is no such channel account.", { errors: [{ pointer: "/channelAccountId", detail: "is not known" }] });
  if (words.customerId) {
    const [head] = await findConversations(tx, [words.customerId]);
    return head ? { customerId: head.customerId, conversationId: head.id } : refuse("not_found", "There is no such customer.");
  }
  if (!words.identity) return refuse("invalid_request", "Say to whom.", { errors: [{ pointer: "/identity", detail: "or customerId is needed" }] });
  if (account.channel !== "whatsapp")
    return refuse("no_door", "Only on WhatsApp can a business write to somebody who has not written before.", {
      errors: [{ pointer: "/channelAccountId", detail: "is not a WhatsApp number" }],
    });
  return find(context, tx, workspaceId, keyOf(words.identity, account.scope));
}

function keyOf({ kind, value }: NonNullable<FirstWords["identity"]>, scope: string): IdentityKey {
  if (kind === "wa_bsuid") return { kind, scope, value: value.trim() };
  const digits = value.replaceAll(/[\s()./-]/g, "").replace(/^(\+|00)/, "");
  // E.164: up to 15 digits, and no number with its country is shorter than 7.
  if (!/^[1-9]\d{6,14}$/.test(digits))
    return refuse("invalid_request", "Write the number with its country code, like +44 7700 900461.", {
      errors: [{ pointer: "/identity/value", detail: "is not a phone number with its country code" }],
    });
  return { kind, scope: "", value: digits };
}

async function find(context: Context, tx: Tx, workspaceId: string, key: IdentityKey): Promise<Place> {
  await lockNames(tx, [workspaceKeyText({ workspaceId, key })]);
  const [known] = await findIdentities(tx, [{ workspaceId, key }]);
  if (known) {
    const [head] = await findConversations(tx, [known.customerId]);
    if (!head) throw new Error("a customer without a conversation");
    return { customerId: known.customerId, conversationId: head.id, identityId: known.id };
  }
  const customer = { workspaceId, id: newId(), conversationId: newId(), createdAt: context.now() };
  const identityId = newId();
  const identity = { workspaceId, id: identityId, key, customerId: customer.id, personId: newId(), channelAccountId: null, createdAt: context.now() };
  await insertPeople(tx, [customer], [identity]);
  return { customerId: customer.id, conversationId: customer.conversationId, identityId };
}
