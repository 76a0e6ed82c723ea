import { addressOf, type Fact } from "./fact.ts";

export type WireEntry = { object: string; entry: unknown };

/** A fact as Meta sends it. Forms: the samples in packages/channels/fixtures. */
export const wire = (fact: Fact): WireEntry => (fact.account.channel === "whatsapp" ? whatsapp(fact) : messaging(fact));

function whatsapp(fact: Fact): WireEntry {
  const { account, person, id } = fact;
  const phone = addressOf(account, person);
  const bsuid = `GB.${account.externalId.slice(-6)}${String(100_000_000 + person)}`;
  const timestamp = String(Math.floor(fact.at / 1000));
  const business = "442079460182";
  const change = (field: string, value: object) => ({
    object: "whatsapp_business_account",
    entry: {
      id: account.wabaId,
      changes: [
        {
          field,
          value: { messaging_product: "whatsapp", metadata: { display_phone_number: business, phone_number_id: account.externalId }, ...value },
        },
      ],
    },
  });
  const inbound = (type: string, content: object, own = `wamid.${type}.${id}.${fact.at}`) =>
    change("messages", {
      contacts: [{ profile: { name: `Person ${person}` }, wa_id: phone, user_id: bsuid }],
      messages: [{ from: phone, from_user_id: bsuid, id: own, timestamp, type, ...content }],
    });
  switch (fact.kind) {
    case "text":
    case "comment":
      return inbound("text", { text: { body: fact.text } }, id);
    case "echo":
      return change("smb_message_echoes", {
        message_echoes: [{ from: business, to: phone, to_user_id: bsuid, id, timestamp, type: "text", text: { body: fact.text } }],
      });
    case "deletion":
      return inbound("revoke", { revoke: { original_message_id: id } });
    case "reaction":
      return inbound("reaction", { reaction: { message_id: id, ...(fact.emoji ? { emoji: fact.emoji } : {}) } });
    case "status": {
      const errors = fact.status === "failed" ? { errors: [{ code: 131026, title: "Undeliverable" }] } : {};
      return change("messages", { statuses: [{ id, status: fact.status, timestamp, recipient_id: phone, ...errors }] });
    }
    default:
      throw new Error(`WhatsApp has no ${fact.kind}`);
  }
}

function messaging(fact: Fact): WireEntry {
  const { account, person, id, at } = fact;
  const who = { id: addressOf(account, person) };
  const us = { id: account.externalId };
  const object = account.channel === "messenger" ? "page" : "instagram";
  const inbound = (content: object) => ({
    object,
    entry: { id: account.externalId, time: at, messaging: [{ sender: who, recipient: us, timestamp: at, ...content }] },
  });
  switch (fact.kind) {
    case "text":
      return inbound({ message: { mid: id, text: fact.text } });
    case "comment": {
      const value = {
        id,
        from: { id: who.id, username: `person.${person}` },
        media: { id: "1809922001", media_product_type: "FEED" },
        text: fact.text,
      };
      return { object, entry: { id: account.externalId, time: Math.floor(at / 1000), changes: [{ field: "comments", value }] } };
    }
    case "echo":
      return {
        object,
        entry: {
          id: account.externalId,
          time: at,
          messaging: [{ sender: us, recipient: who, timestamp: at, message: { mid: id, text: fact.text, is_echo: true, app_id: 263902037430900 } }],
        },
      };
    case "edit":
      return inbound({ message_edit: { mid: id, text: fact.text, num_edit: fact.number } });
    case "deletion":
      return inbound({ message: { mid: id, is_deleted: true } });
    case "reaction":
      return inbound({
        reaction: { mid: id, action: fact.emoji ? "react" : "unreact", ...(fact.emoji ? { emoji: fact.emoji, reaction: "other" } : {}) },
      });
    case "read":
      return inbound({ read: account.channel === "messenger" ? { watermark: at } : { mid: id } });
    case "delivered":
      return inbound({ delivery: { watermark: at } });
    default:
      throw new Error(`${account.channel} has no ${fact.kind}`);
  }
}
