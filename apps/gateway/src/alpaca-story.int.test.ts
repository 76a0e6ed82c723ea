import { deliverMessages, drainWebhooks, platformCaller } from "@onethread/operations";
import { type RunningSimulator, startSimulator } from "@onethread/simulator";
import { createWorld, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** The main story without a browser: three doors, one conversation, with Meta played by the simulator over HTTP. */
let world: World;
let gateway: TestGateway;
let simulator: RunningSimulator;
let key: string;
let accounts: Record<"whatsapp" | "messenger" | "instagram", { id: string; typeId: string }>;

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = new Date();
  gateway = await startTestGateway(world);
  simulator = await startSimulator(
    {
      webhookUrl: `${gateway.url}/webhooks/meta`,
      appSecret: testAppSecret,
      verifyToken: "test-verify",
      appId: "1234567890",
      accounts: [
        { channel: "whatsapp", externalId: "110001", name: "Alpaca", wabaId: "220001", displayPhoneNumber: "+44 20 7946 0182" },
        { channel: "messenger", externalId: "330001", name: "Alpaca" },
        { channel: "instagram", externalId: "440001", name: "Alpaca", username: "alpaca" },
      ],
    },
    { port: 0 },
  );
  world.context.callPlatform = platformCaller({ facebook: simulator.graphUrl, instagram: simulator.instagramGraphUrl });
  accounts = {
    whatsapp: await world.addAccount({
      channel: "whatsapp",
      externalId: "110001",
      settings: { wabaId: "220001", displayPhoneNumber: "+44 20 7946 0182" },
    }),
    messenger: await world.addAccount({ channel: "messenger", externalId: "330001" }),
    instagram: await world.addAccount({ channel: "instagram", externalId: "440001", settings: { flavour: "instagram_login", username: "alpaca" } }),
  };
  key = await gateway.key(world.workspaceId);
});
afterAll(async () => {
  await simulator.close();
  await gateway.close();
  await world.close();
});

async function act<T = any>(call: string, body: unknown): Promise<T> {
  const response = await fetch(`${simulator.url}/simulator/api/${call}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as T;
}

const conversations = async () => (await gateway.call(key, "GET", "/api/v1/conversations?view=all")).body.data;

/** Runs what jobs would run until something holds. Real time passes only while the simulator's own timers do their work. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    world.clock.now = new Date();
    await drainWebhooks(world.context);
    for (const { name, payload } of world.rung.splice(0)) {
      if (name === "message.deliver") await deliverMessages(world.context, payload as { workspaceId: string; conversationId: string });
    }
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("what was expected did not come about within 15 seconds");
}

describe("the alpaca story by API", () => {
  it("keeps one person, one conversation and one timeline through three doors, and turns ticks to read", async () => {
    await act("people", { id: "juno", name: "Juno Alder", username: "juno" });
    await act("messages", { personId: "juno", accountId: "440001", text: "Is the alpaca coat still there?" });
    await until(async () => (await conversations()).length === 1);
    const [conversation] = await conversations();

    await goOn(conversation, "whatsapp", "Here I am.");
    await goOn(conversation, "messenger", "I would like to return it.");
    expect(await conversations()).toHaveLength(1);

    const { body: timeline } = await gateway.call(key, "GET", `/api/v1/conversations/${conversation.id}/timeline?kinds=message`);
    const channels = timeline.data.filter((item: any) => item.direction === "inbound").map((item: any) => item.channel);
    expect(new Set(channels)).toEqual(new Set(["instagram", "whatsapp", "messenger"]));
    const { body: customer } = await gateway.call(key, "GET", `/api/v1/customers/${conversation.customer.id}`);
    expect(new Set(customer.identities.map((identity: any) => identity.kind))).toEqual(new Set(["igsid", "wa_bsuid", "wa_phone", "psid"]));
    expect(customer.name).toBe("Juno Alder");

    for (const channel of ["whatsapp", "messenger", "instagram"] as const) await answerAndRead(conversation.id, channel);
  });

  async function goOn(conversation: any, channel: "whatsapp" | "messenger", text: string): Promise<void> {
    const link = await gateway.call(key, "POST", `/api/v1/customers/${conversation.customer.id}/hand-over-links`, {
      channelAccountId: accounts[channel].typeId,
    });
    expect(link.status).toBe(201);
    const opened = await act("open-link", { personId: "juno", url: link.body.url });
    const accountId = channel === "whatsapp" ? "110001" : "330001";
    if (opened.prefilledText) await act("messages", { personId: "juno", accountId, text: opened.prefilledText });
    const { externalId } = await act("messages", { personId: "juno", accountId, text });
    await until(
      async () =>
        (await gateway.call(key, "GET", `/api/v1/messages?externalId=${encodeURIComponent(externalId)}`)).body.data[0]?.conversationId ===
        conversation.id,
    );
  }

  async function answerAndRead(conversationId: string, channel: "whatsapp" | "messenger" | "instagram"): Promise<void> {
    const text = `An answer through ${channel} 🧣`;
    const sent = await gateway.call(key, "POST", `/api/v1/conversations/${conversationId}/messages`, {
      channelAccountId: accounts[channel].typeId,
      content: { kind: "text", text },
    });
    expect(sent.status).toBe(202);
    expect(sent.body.delivery.status).toBe("queued");
    const status = async () => (await gateway.call(key, "GET", `/api/v1/messages/${sent.body.id}`)).body;
    // Instagram tells no delivery, only that a message was read.
    await until(async () => ["sent", "delivered"].includes((await status()).delivery.status));
    await act("read", { personId: "juno", accountId: { whatsapp: "110001", messenger: "330001", instagram: "440001" }[channel] });
    await until(async () => (await status()).delivery.status === "read");
    const detail = await status();
    expect(detail.attempts).toHaveLength(1);
    const { body: timeline } = await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/timeline`);
    expect(timeline.data.filter((item: any) => item.content.text === text)).toHaveLength(1);
  }
});
