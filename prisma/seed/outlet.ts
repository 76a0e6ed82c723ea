import type { Actor, Result } from "@onethread/core";
import { type Context, connectChannel } from "@onethread/operations";

/** A second Page whose access token has expired: what a channel looks like that does not work. Nobody writes to it. */
export async function outlet(context: Context, system: Actor, simulatorUrl: string, must: <T>(result: Result<T>) => T): Promise<void> {
  const account = { channel: "messenger" as const, externalId: "310000000000299", name: "Alpaca & Co Outlet" };
  const tell = async (call: string, body: unknown) => {
    const { ok, status } = await fetch(`${simulatorUrl}/simulator/api/${call}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!ok) throw new Error(`the simulator refused ${call}: ${status}`);
  };
  await tell("accounts", account);
  await tell("meta", { accountId: account.externalId, act: { type: "token", value: "expired" } });
  must(await connectChannel(context, system, { ...account, settings: {}, credentials: { accessToken: "simulator-outlet" } }));
}
