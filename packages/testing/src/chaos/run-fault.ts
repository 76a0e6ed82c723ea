import { sleep, until } from "../until.ts";
import type { Chance } from "./chance.ts";
import { check } from "./checker/check.ts";
import type { Arena, Fault } from "./fault.ts";
import { gather, waiting } from "./gather.ts";
import { memoryOf } from "./memory-of.ts";
import type { ChaosOptions, ChaosResult } from "./scenario.ts";
import type { Sender } from "./sender.ts";
import { spread } from "./spread.ts";
import { type Body, generateTraffic } from "./traffic/generate.ts";
import { asMeta, schedule } from "./traffic/schedule.ts";

type Run = ChaosOptions & { firstPerson: number };

/** Sends traffic, strikes in the middle of it, waits until all is quiet, and lets the checker speak. */
export async function runFault(arena: Arena, fault: Fault, random: Chance, run: Run): Promise<ChaosResult> {
  const { stage, sender, replier } = arena;
  const { name, what } = fault;
  const skipped = fault.unfit?.(arena) ?? null;
  if (skipped) return { fault: name, what, load: "", lost: 0, doubled: 0, recoverySeconds: [], violations: [], notes: [], skipped };
  const { traffic, poison, sequence } = makeTraffic(arena, fault, random, run);
  const already = replier.replies.length;
  const before = { acknowledged: sender.latencies.acknowledged.length, refused: sender.latencies.refused.length };
  const memory = watchMemory(arena);
  const agents = replier.answer(traffic.tag);
  const blows = await strikeWhileSending(arena, fault, sequence, random.fork("strikes"), run);
  await agents.stop();
  await fault.after?.(arena);
  if (fault.again) await sender.send(random.fork("again").shuffle(traffic.bodies), 120, run.full ? 500 : 150);
  const settled = await settle(arena);
  // What a screen knows to have changed it may fetch; what it was not told, it will not.
  await until("the screens have fetched", () => arena.clients.every((client) => !client.behind()), { seconds: 30 }).catch(() => {});
  const replies = replier.replies.slice(already);
  const evidence = await gather(stage, {
    traffic,
    poison: new Set(poison.map((body) => body.digest)),
    sender,
    replies,
    marks: replier.marks,
    clients: arena.clients,
    sample: run.full ? 150 : 60,
  });
  const verdict = check(evidence);
  const more = (await fault.judge?.(arena)) ?? [];
  return {
    fault: name,
    what,
    load: `${traffic.bodies.length + poison.length} webhooks sent ${sequence.length + (fault.again ? traffic.bodies.length : 0)} times, ${evidence.replies.length} replies`,
    lost: verdict.lost,
    doubled: verdict.doubled,
    recoverySeconds: blows.recovered.map((ms) => ms / 1000),
    violations: [...blows.broken, ...verdict.violations, ...more],
    notes: [
      ...arena.notes,
      memory(),
      `settled ${settled.toFixed(1)} s after the last webhook; ${describe(sender, before)}; replies accepted ${spread(replies.map((reply) => reply.took))}`,
    ],
  };
}

function makeTraffic(arena: Arena, fault: Fault, random: Chance, run: Run) {
  const { stage } = arena;
  const traffic = generateTraffic(random.fork("traffic"), {
    accounts: stage.workspaces.flatMap(({ accounts }) => accounts),
    secret: stage.secret,
    count: run.full ? fault.webhooks.full : fault.webhooks.small,
    people: run.full ? 60 : 15,
    firstPerson: run.firstPerson,
    tag: `${fault.name.toLowerCase()}-${run.seed}`,
    now: Date.now(),
  });
  const poison = fault.poison?.(arena, random.fork("poison"), run.firstPerson + 900) ?? [];
  const order = random.fork("order");
  const mixed: Body[] = [...traffic.bodies];
  for (const one of poison) mixed.splice(order.int(0, mixed.length), 0, one);
  return { traffic, poison, sequence: schedule(mixed, order, fault.mischief ?? asMeta) };
}

const usual = { small: 150, full: 1000 };

type Blows = { recovered: number[]; broken: string[] };

/** Each part of the traffic is struck somewhere in its middle; the next part leaves when the blow is over. */
async function strikeWhileSending(arena: Arena, fault: Fault, sequence: readonly Body[], random: Chance, run: Run): Promise<Blows> {
  const strikes = fault.strike ? (run.full ? fault.strikes.full : fault.strikes.small) : 1;
  run.say(`      ${fault.name} ${fault.what}: ${sequence.length} sends${fault.strike ? `, ${strikes} times` : ""}`);
  const size = Math.ceil(sequence.length / strikes);
  const perSecond = fault.perSecond ?? usual;
  const blows: Blows = { recovered: [], broken: [] };
  for (let round = 0; round < strikes; round++) {
    const part = sequence.slice(round * size, (round + 1) * size);
    const moment = Math.floor(part.length * (0.2 + 0.4 * random.next()));
    const before = arena.sender.acknowledgements();
    const rate = run.full ? perSecond.full : perSecond.small;
    const sending = arena.sender.send(part, 120, rate);
    const struck = (async () => {
      if (!fault.strike) return;
      await until("the traffic flows", () => arena.sender.acknowledgements() - before >= moment, { seconds: 60 + part.length / rate, every: 2 });
      const ms = await fault.strike(arena, round);
      blows.recovered.push(ms);
      run.say(`         ${round + 1}: after ${moment} of ${part.length}; worked again after ${(ms / 1000).toFixed(1)} s`);
    })().catch((error: Error) => {
      blows.broken.push(`blow ${round + 1}: ${error.message}`);
      run.say(`         ${round + 1}: ${error.message}`);
    });
    await Promise.all([sending, struck]);
  }
  return blows;
}

/** Waits until nothing waits any more, as far as that goes, and answers the seconds. What still waits then, the checker tells. */
async function settle({ stage }: Arena): Promise<number> {
  let quiet = 0;
  const nothingWaits = async () => {
    quiet = (await waiting(stage)).length === 0 ? quiet + 1 : 0;
    return quiet >= 3;
  };
  const ms = await until("everything is worked off", nothingWaits, { seconds: 75, every: 300 }).catch(() => 75_000);
  // Receipts are under way for a moment after their message, and screens follow within another.
  await sleep(1500);
  return ms / 1000;
}

/** What the gateway and the worker hold, before and after; a process that was killed in between begins anew. */
function watchMemory({ stage: { instance } }: Arena): () => string {
  const names = ["gateway", "worker"] as const;
  const megabytes = () => names.map((name) => memoryOf(instance.pid(name)));
  const before = megabytes();
  return () => {
    const after = megabytes();
    return `memory: ${names.map((name, index) => `${name} ${before[index]} to ${after[index]} MB`).join(", ")}`;
  };
}

/** How long answers took since then. */
function describe({ latencies }: Sender, since: { acknowledged: number; refused: number }): string {
  return `acknowledged ${spread(latencies.acknowledged.slice(since.acknowledged))}, refused or broken ${spread(latencies.refused.slice(since.refused))}`;
}
