import pg from "pg";
import { sleep, until } from "../../until.ts";
import type { Arena, Fault } from "../fault.ts";
import { spread } from "../spread.ts";
import { untilProgress } from "./until-progress.ts";

/** Who asks for a connection to the database is refused after a second; the rest is for the way there. Milliseconds. */
const refusedWithin = 3000;
/** The server ends a statement after 15 s: nobody who has a connection waits longer for an answer. Milliseconds. */
const answeredWithin = 18_000;
/** Longer than a second, so that people come and are turned away; shorter than a statement may take. Milliseconds. */
const lockedFor = 8000;

/** While the lock is held everything else answers, if it does not wait behind it; hashing a password takes its time. Milliseconds. */
const goesOnWithin = 6000;

/** What is made slow in turns: the table, and the list that reads it. */
const slow = [
  { table: "conversations", list: "/api/v1/conversations?limit=50" },
  { table: "webhook_items", list: "/api/v1/webhook-events?limit=50" },
] as const;

/**
 * F18: hundreds ask at once for what can't be read now, and use up all connections of people's requests. They are told to
 * come again; webhooks, sign-in, live updates and probes go on. Recovered: lists are read and webhooks worked off again.
 */
export const slowRequests: Fault = {
  name: "F18",
  what: "hundreds of slow requests at once use up the connections to the database",
  strikes: { small: 2, full: 6 },
  webhooks: { small: 600, full: 10_000 },
  perSecond: { small: 50, full: 50 },
  strike: async (arena, round) => {
    const { instance } = arena.stage;
    const { table, list } = slow[round % slow.length] ?? slow[0];
    const acknowledged = arena.sender.latencies.acknowledged.length;
    const refused = arena.sender.latencies.refused.length;
    const locker = new pg.Client({ connectionString: instance.databaseUrl });
    await locker.connect();
    const wrong: string[] = [];
    let asked: Promise<Answer>[] = [];
    try {
      await locker.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      const lock = sleep(lockedFor);
      asked = Array.from({ length: arena.full ? 500 : 100 }, (_, index) => get(arena, list, index));
      wrong.push(...(await whatStandsStill(arena)));
      await lock;
    } finally {
      await locker.end();
    }
    const began = performance.now();
    await until("lists are read again", async () => (await get(arena, list, 0)).status === 200);
    await untilProgress(instance);
    const recovered = performance.now() - began;
    const answers = await Promise.all(asked);
    const turnedAway = arena.sender.latencies.refused.length - refused;
    if (turnedAway > 0) wrong.push(`${turnedAway} webhooks were not acknowledged at once`);
    arena.notes.push(
      `${table} locked: ${answers.length} requests, refused ${spread(times(answers, 503))}, answered ${spread(times(answers, 200))}; ` +
        `webhooks acknowledged meanwhile ${spread(arena.sender.latencies.acknowledged.slice(acknowledged))}`,
    );
    wrong.push(...judge(answers));
    if (wrong.length > 0) throw new Error(wrong.join("; "));
    return recovered;
  },
};

type Answer = { status: number; ms: number; retryAfter: string | null };
const times = (answers: readonly Answer[], of: number): number[] => answers.filter(({ status }) => status === of).map(({ ms }) => ms);

async function get({ stage: { instance, workspaces } }: Arena, where: string, index: number): Promise<Answer> {
  const began = performance.now();
  const headers = { authorization: `Bearer ${workspaces[index % workspaces.length]?.apiKey}` };
  // In turns for both businesses: one key may ask 300 times a second.
  const answer = await fetch(`${instance.gatewayUrl}${where}`, { headers, signal: AbortSignal.timeout(answeredWithin) }).catch(() => null);
  await answer?.arrayBuffer();
  return { status: answer?.status ?? 0, ms: performance.now() - began, retryAfter: answer?.headers.get("retry-after") ?? null };
}

/** Refused quickly, or answered in the end. */
function judge(answers: readonly Answer[]): string[] {
  const others = answers.filter(({ status }) => status !== 200 && status !== 503);
  const refused = answers.filter(({ status }) => status === 503);
  const slowly = refused.filter(({ ms }) => ms > refusedWithin);
  const silently = refused.filter(({ retryAfter }) => !retryAfter);
  return [
    ...(others.length > 0
      ? [`${others.length} requests were answered ${[...new Set(others.map(({ status }) => status || "never"))].join(", ")}`]
      : []),
    ...(refused.length === 0 ? ["nobody was refused: the connections were not used up, and nothing was tried"] : []),
    ...(slowly.length > 0 ? [`${slowly.length} were refused only after ${Math.max(...slowly.map(({ ms }) => ms)).toFixed(0)} ms`] : []),
    ...(silently.length > 0 ? [`${silently.length} were not told when to come again`] : []),
  ];
}

/** Everything else that must go on meanwhile, and does not; in plain words. */
async function whatStandsStill({ stage: { instance, workspaces } }: Arena): Promise<string[]> {
  // The requests have taken every connection there is.
  await sleep(500);
  const quickly = async (what: string, ask: (signal: AbortSignal) => Promise<string | null>): Promise<string[]> => {
    const said = await ask(AbortSignal.timeout(goesOnWithin)).catch((error: Error) => error.name);
    return said === null ? [] : [`${what} meanwhile: ${said}`];
  };
  const wanted = (status: number) => (answer: Response) => (answer.status === status ? null : String(answer.status));
  const headers = { authorization: `Bearer ${workspaces[0]?.apiKey}` };
  const found = await Promise.all([
    quickly("the probe for webhooks", (signal) => fetch(`${instance.gatewayUrl}/readyz?only=database,migrations`, { signal }).then(wanted(200))),
    // Whoever is not known is told so, and that needs the database.
    quickly("sign-in", (signal) =>
      fetch(`${instance.gatewayUrl}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: instance.consoleUrl },
        body: JSON.stringify({ email: "nobody@example.com", password: "wrong password" }),
        signal,
      }).then(wanted(401)),
    ),
    quickly("the live stream", async (signal) => {
      const answer = await fetch(`${instance.gatewayUrl}/live`, { headers, signal });
      const first = await answer.body?.getReader().read();
      return answer.status === 200 && first?.value ? null : String(answer.status);
    }),
  ]);
  return found.flat();
}
