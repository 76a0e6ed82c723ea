import { type Actor, fromTypeId, type Result } from "@onethread/core";
import { widgetSettings } from "@onethread/core/api";
import { readWidgetByKey } from "@onethread/db/read";
import {
  beginSession,
  connectChannel,
  drainWebhooks,
  fillFormAsVisitor,
  markReadAsVisitor,
  readAsVisitor,
  sendAsVisitor,
  tellSiteEvent,
  updateWidget,
  whoVisits,
} from "@onethread/operations";
import { answers, arrived, at, hours, minutes, type Shop } from "./shop.ts";

type Must = <T>(result: Result<T>) => T;
export type Website = { id: string; channel: "webchat"; externalId: string; name: string };

/** The shop's website with a chat on it. */
export async function website(shop: Pick<Shop, "open">, system: Actor, must: Must): Promise<Website> {
  const { context } = shop.open;
  const { id, externalId, name } = must(
    await connectChannel(context, system, { channel: "webchat", name: "Alpaca & Co website", settings: {}, credentials: {} }),
  );
  const settings = widgetSettings.parse({
    allowedOrigins: ["https://alpaca.example"],
    texts: {
      greeting: { en: "Hello! How can we help?", de: "Hallo! Wie können wir helfen?" },
      introduction: { en: "We usually know about sizes, wool and returns." },
    },
    preChat: { enabled: true, fields: [{ name: "name", kind: "text", label: { en: "Your name", de: "Ihr Name" } }] },
  });
  must(await updateWidget(context, system, fromTypeId("channelAccount", id) ?? "", settings));
  return { id, channel: "webchat", externalId, name };
}

/** Somebody without a name looks at slippers, asks, and has read the answer. */
export async function visitor(shop: Shop, { externalId: key }: Website, now: number, must: Must): Promise<void> {
  const start = now - 5 * hours;
  const widget = await readWidgetByKey(shop.open.context.database, key);
  if (!widget) throw new Error("the shop's website has no chat");
  const { accessToken } = beginSession(at(shop, start), widget);
  const asks = async (time: number) => must(await whoVisits(at(shop, time), widget, accessToken));
  must(await fillFormAsVisitor(at(shop, start), await asks(start), { id: "seed-form-1", name: "prechat", fields: { name: "Dana" } }));
  must(
    await sendAsVisitor(at(shop, start + minutes), await asks(start + minutes), {
      id: "seed-message-1",
      text: "Do the felt slippers run small?",
      files: [],
    }),
  );
  const page = { id: "seed-page-1", kind: "page" as const, url: "https://alpaca.example/slippers", title: "Felt slippers" };
  await tellSiteEvent(at(shop, start + 2 * minutes), await asks(start + 2 * minutes), page);
  await drainWebhooks(at(shop, start + 2 * minutes));
  const { claims } = await asks(start);
  const { conversationId } = await arrived(shop, `${claims.visitor}.seed-message-1`);
  await answers(
    shop,
    1,
    conversationId,
    "They do, a little: between two sizes take the larger one. Felt gives way after a week.",
    start + 6 * minutes,
  );
  const read = await asks(start + 7 * minutes);
  const { data } = must(await readAsVisitor(at(shop, start + 7 * minutes), read, { limit: 50 }));
  const last = data.at(-1);
  if (last) must(await markReadAsVisitor(at(shop, start + 7 * minutes), read, last.id));
  must(
    await sendAsVisitor(at(shop, start + 9 * minutes), await asks(start + 9 * minutes), {
      id: "seed-message-2",
      text: "Perfect, thank you. 41 it is!",
      files: [],
    }),
  );
  await drainWebhooks(at(shop, start + 9 * minutes));
}
