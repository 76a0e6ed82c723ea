import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";

export type Demo = {
  consoleUrl: string;
  gatewayUrl: string;
  simulatorUrl: string;
  workspaceId: string;
  email: string;
  password: string;
  apiKey: string;
  meta: { appSecret: string; verifyToken: string };
  channelAccounts: { id: string; channel: string; externalId: string; name: string }[];
};

/** The instance under test. */
export function readDemo(): Demo {
  const file = process.env.ONETHREAD_DEMO_FILE;
  if (!file) throw new Error("Set ONETHREAD_DEMO_FILE to the demo.json of a running instance.");
  return JSON.parse(readFileSync(file, "utf8")) as Demo;
}

/** Whoever has signed in once stays so: an address may try only so often. */
const sessions = new Map<string, Cookies>();
type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

export async function signIn(page: Page, demo: Demo): Promise<void> {
  const session = sessions.get(demo.email);
  if (session) {
    await page.context().addCookies(session);
    await page.goto(`${demo.consoleUrl}/inbox/all`);
    return;
  }
  await page.goto(`${demo.consoleUrl}/login`);
  await page.getByTestId("login-email").fill(demo.email);
  await page.getByTestId("login-password").fill(demo.password);
  await page.getByTestId("login-submit").click();
  await page.waitForURL(/\/inbox/);
  sessions.set(demo.email, await page.context().cookies());
}

/** A call of the public API with the demo's key. Like any client it waits as long as it is told to, where it asks too often. */
export async function api<T>(demo: Demo, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${demo.gatewayUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${demo.apiKey}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status === 429) {
    await sleep(1000 * (Number(response.headers.get("retry-after")) || 1));
    return api<T>(demo, method, path, body);
  }
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : null) as T;
}
