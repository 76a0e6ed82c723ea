import type { Content } from "@onethread/core";
import { arrayAt, idAt, isObject, type Json, objectAt, textAt } from "../meta/read-keys.ts";

type Card = NonNullable<Content["contacts"]>[number];

/** Shared contact cards. What stands on them is what somebody typed: never an address of the sender by itself. */
export function contactsOf(cards: readonly unknown[]): Content {
  const contacts = cards.filter(isObject).map(cardOf);
  return contacts.length === 0 ? { kind: "unsupported", text: null, platformType: "contacts" } : { kind: "contacts", text: null, contacts };
}

function cardOf(card: Json): Card {
  const raw = readVcard(textAt(card, "vcard") ?? "");
  const list = <T>(key: string, read: (one: Json) => T | null): T[] =>
    arrayAt(card, key)
      .filter(isObject)
      .flatMap((one) => read(one) ?? []);
  const phones = list("phones", (phone) => {
    const number = idAt(phone, "phone") ?? idAt(phone, "wa_id");
    return number === null ? null : { number, type: idAt(phone, "type"), whatsapp: idAt(phone, "wa_id") };
  });
  const emails = list("emails", (mail) => {
    const address = idAt(mail, "email");
    return address === null ? null : { address, type: idAt(mail, "type") };
  });
  return {
    name: nameOf(objectAt(card, "name")) ?? raw.name,
    organisation: idAt(objectAt(card, "org"), "company"),
    birthday: idAt(card, "birthday"),
    phones: phones.length > 0 ? phones : raw.phones.map((number) => ({ number, type: null, whatsapp: null })),
    emails: emails.length > 0 ? emails : raw.emails.map((address) => ({ address, type: null })),
    addresses: list("addresses", addressOf),
    urls: list("urls", (url) => idAt(url, "url")),
  };
}

function nameOf(name: Json | null): string | null {
  const parts = ["first_name", "middle_name", "last_name"].map((key) => idAt(name, key)).filter((part) => part !== null);
  return idAt(name, "formatted_name") ?? (parts.length > 0 ? parts.join(" ") : null);
}

function addressOf(address: Json): string | null {
  const parts = ["street", "zip", "city", "state", "country"].map((key) => idAt(address, key)).filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

/** Cards of others may come as a vCard only (2026); of it we show the name, numbers and mail addresses. */
function readVcard(text: string): { name: string | null; phones: string[]; emails: string[] } {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const values = (key: string): string[] =>
    lines.flatMap((line) => {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon).split(";")[0]?.replace(/^.*\./, "");
      const value = line.slice(colon + 1).trim();
      return colon > 0 && name?.toUpperCase() === key && value !== "" ? [value] : [];
    });
  return { name: values("FN")[0] ?? null, phones: values("TEL").map((tel) => tel.replace(/^tel:/i, "")), emails: values("EMAIL") };
}
