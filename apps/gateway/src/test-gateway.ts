import type { AddressInfo } from "node:net";
import { createAuth } from "@onethread/auth";
import { type Scope, scopes } from "@onethread/core";
import { checkReadiness, createApiKey, webhookReceiver } from "@onethread/operations";
import type { Realtime } from "@onethread/realtime";
import { signed, testAppSecret, type World } from "@onethread/testing";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { serve } from "./http/serve.ts";
import type { Services } from "./http/services.ts";
import { trustedProxies } from "./http/trusted-proxies.ts";
import { visitorLimits } from "./http/visitor-limits.ts";
import { openPresence } from "./presence.ts";

export type TestGateway = {
  url: string;
  /** An API key of a workspace with these scopes. */
  key(workspaceId: string, wanted?: readonly Scope[]): Promise<string>;
  call(
    key: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any; headers: Headers }>;
  webhook(body: unknown): Promise<number>;
  close(): Promise<void>;
};

/** The gateway over a test's database, on a port of its own: for tests that go through HTTP. */
export async function startTestGateway(world: World, proxies?: string): Promise<TestGateway> {
  const { context } = world;
  const nothing = async () => {};
  const listeners = new Set<Parameters<Realtime["subscribe"]>[0]>();
  // Whatever a verb of the test tells is heard here, too.
  const { publish } = context.realtime;
  context.realtime.publish = async (news) => {
    await publish(news);
    for (const one of news) for (const hear of listeners) hear(one);
  };
  const subscribe: Realtime["subscribe"] = async (listener) => {
    listeners.add(listener);
    return async () => void listeners.delete(listener);
  };
  const realtime = { ...context.realtime, subscribe, onNudge: async () => nothing, check: nothing, close: nothing };
  const services: Services = {
    context,
    realtime,
    presence: openPresence({ publish: realtime.publish }),
    countVisitors: visitorLimits(null),
    log: pino({ level: "silent" }),
    auth: createAuth({
      database: context.database,
      secrets: context.secrets,
      now: context.now,
      baseUrl: "http://127.0.0.1:3000",
      secret: "x".repeat(40),
      trustedOrigins: ["http://127.0.0.1:3000"],
      signInsPerMinute: 10,
    }),
    receive: webhookReceiver(context),
    publicUrl: "http://127.0.0.1:3000",
    trustedOrigins: ["http://127.0.0.1:3000"],
    simulatorUrl: null,
    setUpToken: "set-up-token",
    readiness: checkReadiness({ database: context.database, jobs: { kind: "postgres", check: async () => {} }, realtime, now: context.now }),
    lifecycle: { stoppingSince: null },
    metrics: null,
  };
  const { app, live } = await createApp(services);
  const { server } = serve(services, app, trustedProxies.parse(proxies));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    key: async (workspaceId, wanted = scopes) => {
      const made = await createApiKey(context, { kind: "system", workspaceId }, { name: "test", scopes: [...wanted] });
      if (!made.ok) throw new Error(made.error.code);
      return made.value.key;
    },
    call: async (key, method, path, body, headers = {}) => {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: "manual",
        headers: {
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
    },
    webhook: async (content) => {
      const { body, signature } = signed(content, testAppSecret);
      const response = await fetch(`${url}/webhooks/meta`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-hub-signature-256": signature },
        body,
      });
      await response.arrayBuffer();
      return response.status;
    },
    close: async () => {
      await live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
