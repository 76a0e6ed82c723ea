import { toTypeId } from "@onethread/core";
import type { RunningSimulator } from "@onethread/simulator";
import { until } from "../../until.ts";
import type { Instance } from "../instance.ts";
import type { SendAccount, SendChannel } from "./send-account.ts";

export type Customer = { personId: string; account: SendAccount; conversation: string };

export type Customers = {
  /** The next one of a channel who has not been written to for longest. */
  next(channel: SendChannel): Customer;
  /** Somebody new writes; answers the milliseconds until it stands on the timeline. */
  writesAnew(channel: SendChannel): Promise<number>;
};

type Place = { instance: Instance; simulator: RunningSimulator; accounts: readonly SendAccount[] };

/** People who have each written once through one channel, so that they may be answered. */
export async function findCustomers({ count, ...place }: Place & { count: number }): Promise<Customers> {
  const { instance, accounts } = place;
  const wanted = accounts.flatMap((account) =>
    Array.from({ length: count }, (_, index) => ({ account, text: `hello ${account.channel} ${index}.` })),
  );
  const people = new Map<string, { personId: string; account: SendAccount }>();
  const left = [...wanted];
  const writer = async () => {
    for (let one = left.pop(); one; one = left.pop())
      people.set(one.text, { personId: await write(place, one.account, one.text), account: one.account });
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  const arrived = async () => {
    const { rows } = await instance.owner.query<{ text: string; conversation: string }>(
      "SELECT content ->> 'text' AS text, conversation_id AS conversation FROM items WHERE direction = 'inbound' AND content ->> 'text' LIKE 'hello %'",
    );
    return new Map(rows.map((row) => [row.text, row.conversation]));
  };
  await until("all customers have arrived", async () => (await arrived()).size >= wanted.length, { seconds: 120, every: 300 });
  const homes = await arrived();
  const byChannel = new Map<SendChannel, Customer[]>();
  for (const [text, { personId, account }] of people) {
    const customer = { personId, account, conversation: toTypeId("conversation", homes.get(text) ?? "") };
    byChannel.set(account.channel, [...(byChannel.get(account.channel) ?? []), customer]);
  }
  return { next: (channel) => rotate(byChannel.get(channel) ?? []), writesAnew: (channel) => writesAnew(place, channel) };
}

function rotate(customers: Customer[]): Customer {
  const first = customers.shift();
  if (!first) throw new Error("there is no customer on this channel");
  customers.push(first);
  return first;
}

async function write({ simulator }: Place, account: SendAccount, text: string): Promise<string> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/simulator/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the simulator answered ${answer.status} to ${path}`);
    return (await answer.json()) as { id: string };
  };
  const { id } = await post("people", { name: `Customer of ${account.channel}` });
  await post("messages", { personId: id, accountId: account.externalId, text });
  return id;
}

let strangers = 0;

async function writesAnew(place: Place, channel: SendChannel): Promise<number> {
  const account = place.accounts.find((one) => one.channel === channel);
  if (!account) throw new Error("there is no such account");
  strangers++;
  const text = `a stranger ${strangers}.`;
  const written = performance.now();
  await write(place, account, text);
  await until("the stranger has arrived", async () => {
    const { rowCount } = await place.instance.owner.query("SELECT 1 FROM items WHERE direction = 'inbound' AND content ->> 'text' = $1", [text]);
    return rowCount === 1;
  });
  return performance.now() - written;
}
