import { randomInt } from "node:crypto";
import type { SimulatorConfig } from "../config.ts";

/** Asks the webhook for the handshake that Meta does when an endpoint is registered. */
export async function shakeHands(config: Pick<SimulatorConfig, "webhookUrl" | "verifyToken">): Promise<{ ok: boolean; status: number | null }> {
  const challenge = String(randomInt(1_000_000_000));
  const url = new URL(config.webhookUrl);
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.verify_token", config.verifyToken);
  url.searchParams.set("hub.challenge", challenge);
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    return { ok: response.status === 200 && (await response.text()) === challenge, status: response.status };
  } catch {
    return { ok: false, status: null };
  }
}
