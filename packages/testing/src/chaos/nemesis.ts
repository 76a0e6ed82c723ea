import type { Chance } from "./chance.ts";
import { check } from "./checker/check.ts";
import { gather, waiting } from "./gather.ts";
import { type LiveClient, openLiveClient } from "./live-client.ts";
import { openReplier, type Replier } from "./replier.ts";
import type { ChaosOptions, ChaosResult } from "./scenario.ts";
import { openSender, type Sender } from "./sender.ts";
import type { Stage } from "./stage.ts";
import { type Body, generateTraffic, type Traffic } from "./traffic/generate.ts";
import { asMeta, type Mischief, schedule } from "./traffic/schedule.ts";
import { sleep, until } from "./until.ts";

/** Small and full form. */
type Forms = { small: number; full: number };

export type Fault = {
  name: string;
  what: string;
  /** How often it strikes, and among how many webhooks. */
  strikes: Forms;
  webhooks: Forms;
  mischief?: Mischief;
  perSecond?: number;
  /** Why it can't be tried here; null: it can. */
  unfit?(arena: Arena): string | null;
  /** Does the harm and waits until it is over. Answers the milliseconds until everything worked again. */
  strike?(arena: Arena, round: number): Promise<number>;
  /** Broken bodies among the sound ones. */
  poison?(arena: Arena, random: Chance, count: number): Body[];
  /** What else must be so; in plain words what is not. */
  judge?(arena: Arena, traffic: Traffic): Promise<string[]>;
  /** Puts right what its strikes left behind. */
  after?(arena: Arena): Promise<void>;
};

type Arena = {
  stage: Stage;
  sender: Sender;
  replier: Replier;
  clients: LiveClient[];
  full: boolean;
  note(text: string): void;
};

/** Runs the faults one after the other on one installation, each with people and messages of its own. */
export async function runFaults(random: Chance, faults: readonly Fault[], open: OpenStage, options: ChaosOptions): Promise<ChaosResult[]> {
  const wanted = faults.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  if (wanted.length === 0) return [];
  let stage: Stage | undefined;
  let sender: Sender | undefined;
  const there = <T>(value: T | undefined): T => {
    if (!value) throw new Error("not started yet");
    return value;
  };
  const replier = openReplier(
    random.fork("replies"),
    () => there(stage),
    () => there(sender),
  );
  stage = await open(replier.receipts);
  sender = openSender({ url: `${stage.instance.gatewayUrl}/webhooks/meta` });
  const clients = stage.workspaces.map((workspace) => openLiveClient(() => there(stage).instance.gatewayUrl, workspace));
  const results: ChaosResult[] = [];
  try {
    for (const [index, fault] of wanted.entries()) {
      const notes: string[] = [];
      const arena: Arena = { stage, sender, replier, clients, full: options.full, note: (text) => notes.push(text) };
      const result = await runFault(arena, fault, random.fork(fault.name), { ...options, firstPerson: index * 1000, notes });
      results.push(result);
    }
  } finally {
    for (const client of clients) await client.close();
    sender.close();
    await stage.close(results.some(({ violations }) => violations.length > 0));
  }
  return results;
}

export type OpenStage = (onSend: Replier["receipts"]) => Promise<Stage>;

type Run = ChaosOptions & { firstPerson: number; notes: string[] };

async function runFault(arena: Arena, fault: Fault, random: Chance, run: Run): Promise<ChaosResult> {
  const { stage, sender, replier } = arena;
  const { name, what } = fault;
  const skipped = fault.unfit?.(arena) ?? null;
  if (skipped) return { fault: name, what, load: "", lost: 0, doubled: 0, recoverySeconds: [], violations: [], notes: [], skipped };
  const count = run.full ? fault.webhooks.full : fault.webhooks.small;
  const strikes = fault.strike ? (run.full ? fault.strikes.full : fault.strikes.small) : 1;
  run.say(`      ${name} ${what}: ${count} webhooks${fault.strike ? `, ${strikes} times` : ""}`);
  const traffic = generateTraffic(random.fork("traffic"), {
    accounts: stage.workspaces.flatMap(({ accounts }) => accounts),
    secret: stage.secret,
    count,
    people: run.full ? 60 : 15,
    firstPerson: run.firstPerson,
    tag: `${name.toLowerCase()}-${run.seed}`,
    now: Date.now(),
  });
  const poison = fault.poison?.(arena, random.fork("poison"), run.full ? 500 : 200) ?? [];
  const order = random.fork("order");
  const sequence = schedule(mixed(traffic.bodies, poison, order), order, fault.mischief ?? asMeta);
  const agents = replier.answer(traffic.tag);
  const already = replier.replies.length;
  const recovered = await strikeWhileSending(arena, fault, sequence, strikes, random.fork("strikes"), run);
  await agents.stop();
  const settled = await settle(arena);
  await fault.after?.(arena);
  const evidence = await gather(stage, {
    traffic,
    poison: new Set(poison.map((body) => body.digest)),
    sender,
    replies: replier.replies.slice(already),
    marks: replier.marks,
    clients: arena.clients,
    sample: run.full ? 150 : 60,
  });
  const verdict = check(evidence);
  const more = (await fault.judge?.(arena, traffic)) ?? [];
  const replied = evidence.replies.length;
  arena.note(
    `settled ${settled.toFixed(1)} s after the last webhook; answers ${[...sender.answers()].map(([answer, times]) => `${answer}: ${times}`).join(", ")}`,
  );
  return {
    fault: name,
    what,
    load: `${traffic.bodies.length + poison.length} webhooks sent ${sequence.length} times, ${replied} replies`,
    lost: verdict.lost,
    doubled: verdict.doubled,
    recoverySeconds: recovered.map((ms) => ms / 1000),
    violations: [...verdict.violations, ...more],
    notes: run.notes,
  };
}

/** Each part of the traffic is struck somewhere in its middle; the next part leaves when the blow is over. */
async function strikeWhileSending(
  arena: Arena,
  fault: Fault,
  sequence: readonly Body[],
  strikes: number,
  random: Chance,
  run: Run,
): Promise<number[]> {
  const size = Math.ceil(sequence.length / strikes);
  const recovered: number[] = [];
  for (let round = 0; round < strikes; round++) {
    const part = sequence.slice(round * size, (round + 1) * size);
    const before = arena.sender.acknowledgements();
    const sending = arena.sender.send(part, 120, fault.perSecond);
    const moment = Math.floor(part.length * (0.2 + 0.4 * random.next()));
    const struck = (async () => {
      if (!fault.strike) return;
      await until("the traffic flows", () => arena.sender.acknowledgements() - before >= moment, { seconds: 60, every: 2 });
      const ms = await fault.strike(arena, round);
      run.say(`         ${round + 1}: after ${moment} of ${part.length}, worked again after ${(ms / 1000).toFixed(1)} s`);
      recovered.push(ms);
    })();
    await Promise.all([sending, struck]);
  }
  return recovered;
}

/** Waits until nothing waits any more, as far as that goes, and answers the seconds. What still waits then, the checker tells. */
async function settle({ stage }: Arena): Promise<number> {
  let quiet = 0;
  const ms = await until(
    "everything is worked off",
    async () => {
      quiet = (await waiting(stage)).length === 0 ? quiet + 1 : 0;
      return quiet >= 3;
    },
    { seconds: 75, every: 300 },
  ).catch(() => 75_000);
  // Receipts are under way for a moment after their message, and screens follow within another.
  await sleep(1500);
  return ms / 1000;
}

function mixed(bodies: readonly Body[], poison: readonly Body[], random: Chance): Body[] {
  const all = [...bodies];
  for (const one of poison) all.splice(random.int(0, all.length), 0, one);
  return all;
}
