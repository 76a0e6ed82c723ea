import { createWorld, signed, testAppSecret } from "@onethread/testing";
import { expect, it } from "vitest";
import { drainWebhooks } from "../drain-webhooks.ts";
import { listDoors } from "../list-doors.ts";
import { webhookReceiver } from "../receive-webhook.ts";

/** What several webhooks of one batch say about a door is united before it is written: nothing may be lost by that. */
it("keeps a refusal of marketing and who holds the thread beside a message that comes in with them", async () => {
  const world = await createWorld();
  await world.addAccount({ channel: "whatsapp", externalId: "990003", settings: { wabaId: "990002" } });
  const value = { messaging_product: "whatsapp", metadata: { display_phone_number: "442079460182", phone_number_id: "990003" } };
  const receive = (field: string, more: object) => {
    const body = { object: "whatsapp_business_account", entry: [{ id: "990002", changes: [{ field, value: { ...value, ...more } }] }] };
    return webhookReceiver(world.context)(signed(body, testAppSecret));
  };
  const message = (id: string, timestamp: string) =>
    receive("messages", { contacts: [], messages: [{ from: "447700900461", id, timestamp, type: "text", text: { body: id } }] });
  const contacts = [{ profile: { name: "Somebody" }, wa_id: "447700900461" }];
  const preference = { wa_id: "447700900461", detail: "STOP", category: "marketing_messages", value: "stop", timestamp: "1793697300" };
  await message("wamid.1", "1793697200");
  await receive("user_preferences", { contacts, user_preferences: [preference] });
  await message("wamid.2", "1793697250");
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query("SELECT marketing, marketing_at, held_at, last_inbound_at FROM doors");
  const [{ id }] = (await world.database.ingest.query("SELECT id FROM conversations")).rows;
  const doors = await listDoors(world.context, { kind: "system", workspaceId: world.workspaceId }, id);
  await world.close();
  expect(doors).toMatchObject({ ok: true, value: [{ consent: { marketing: "withdrawn", at: new Date(1793697300_000).toISOString() } }] });
  expect(rows).toEqual([
    {
      marketing: "withdrawn",
      marketing_at: new Date(1793697300_000),
      held_at: new Date(1793697250_000),
      last_inbound_at: new Date(1793697250_000),
    },
  ]);
});
