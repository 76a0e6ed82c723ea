import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { templatesOf } from "../world/templates.ts";
import { fileFinder } from "./file-finder.ts";
import { isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { Outgoing } from "./outgoing.ts";
import { readInteractive } from "./read-interactive.ts";
import { readWhatsappMedia } from "./read-media.ts";
import { findTemplate, readTemplate } from "./read-template.ts";
import { refuse, whatsappField } from "./refusal.ts";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (2026) */
const longestText = 4096;

/** Reads the content of a send; refuses what WhatsApp refuses at once. */
export async function readWhatsapp(simulator: Simulator, account: AccountConfig, body: Wire): Promise<Outgoing> {
  const type = typeof body.type === "string" ? body.type : "text";
  const files = fileFinder(simulator);
  switch (type) {
    case "text":
      return readText(body.text);
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return readWhatsappMedia(type, body, files);
    case "location":
      return readLocation(whatsappField.record(body.location, "location"));
    case "contacts":
      return readContacts(whatsappField.list(body.contacts, "contacts", 257));
    case "interactive":
      return readInteractive(whatsappField.record(body.interactive, "interactive"), files);
    case "template": {
      const sent = whatsappField.record(body.template, "template");
      return readTemplate(findTemplate(templatesOf(simulator.world, account), sent), sent, files);
    }
    default:
      return refuse(graphFailures.unsupportedType(type));
  }
}

function readText(part: unknown): Outgoing {
  const text = isRecord(part) ? part.body : undefined;
  if (typeof text !== "string" || text === "") return refuse(graphFailures.parameter("The parameter text['body'] is required."));
  if ([...text].length > longestText) refuse(graphFailures.parameter(`Param text['body'] must be at most ${longestText} characters long.`));
  return { text };
}

function readLocation({ latitude, longitude, name, address }: Wire): Outgoing {
  const [lat, long] = [Number(latitude), Number(longitude)];
  if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180)) return refuse(graphFailures.value("location['latitude'] or ['longitude'] is not valid"));
  return {
    text: typeof name === "string" ? name : "",
    shown: { label: "📍 Location", lines: [...(typeof address === "string" ? [address] : []), `${lat}, ${long}`] },
  };
}

function readContacts(contacts: readonly Wire[]): Outgoing {
  const names = contacts.map((contact) => {
    const name = whatsappField.record(contact.name, "contacts[]['name']");
    return whatsappField.text(name.formatted_name, "contacts[]['name']['formatted_name']", { max: 1_000 }) ?? "";
  });
  const phones = contacts.flatMap((contact) => (Array.isArray(contact.phones) ? (contact.phones as Wire[]).map(({ phone }) => String(phone)) : []));
  return { text: names.join(", "), shown: { label: "👤 Contact", lines: phones } };
}
