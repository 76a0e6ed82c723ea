import { expect } from "vitest";
import type { TestGateway } from "./test-gateway.ts";

/** What converges: people, messages, windows and turns; no ids of ours, no time of arrival, order only up to ties. */
export async function projection(gateway: TestGateway, key: string): Promise<unknown> {
  const shown = [];
  for (const customer of await everyCustomer(gateway, key)) {
    const { body: conversation } = await gateway.call(key, "GET", `/api/v1/conversations/${customer.conversationId}`);
    const { body: timeline } = await gateway.call(key, "GET", `/api/v1/conversations/${customer.conversationId}/timeline?limit=100`);
    const { body: doors } = await gateway.call(key, "GET", `/api/v1/conversations/${customer.conversationId}/sendability`);
    // What the team did before is not in question; what webhooks put there is.
    const items = timeline.data.filter((item: any) => item.externalId !== null).map(itemOf);
    expect(items.map((item: any) => item.at)).toEqual(items.map((item: any) => item.at).sort());
    shown.push({
      identities: customer.identities.map((identity: any) => `${identity.kind}:${identity.value}`).sort(),
      name: customer.name,
      status: conversation.status,
      waitingOn: conversation.waitingOn,
      waitingSince: conversation.waitingSince,
      windows: doors.data.map((door: any) => [door.channel, door.address, door.state, door.expiresAt]).sort(),
      items: items.sort((a: any, b: any) => (a.at + a.id < b.at + b.id ? -1 : 1)),
    });
  }
  return JSON.parse(
    JSON.stringify(shown.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).replaceAll(/ot-[0-9a-z]{16}/g, "ot-token"),
  );
}

async function everyCustomer(gateway: TestGateway, key: string): Promise<any[]> {
  const all = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body } = await gateway.call(key, "GET", `/api/v1/customers?limit=100${cursor === "" ? "" : `&cursor=${cursor}`}`);
    all.push(...body.data);
    cursor = body.page.next;
  }
  return all;
}

const itemOf = (item: any) => ({
  at: item.occurredAt,
  id: item.externalId,
  type: item.type,
  direction: item.direction,
  author: item.author.type,
  content: item.content,
  attachments: item.attachments.map(({ kind, mime, name, state, title, platformId, link, voice, sticker, animated }: any) => ({
    kind,
    mime,
    name,
    state,
    title,
    platformId,
    link,
    voice,
    sticker,
    animated,
  })),
  replyTo: item.replyTo?.externalId ?? null,
  reactions: item.reactions.map(({ emoji, by, at }: any) => [emoji, by, at]).sort(),
  referral: item.referral,
  edited: item.editedAt,
  deleted: item.deletedAt,
  status: item.delivery?.status ?? null,
  error: item.delivery?.error?.code ?? null,
});
