import { sleep } from "../../until.ts";
import type { Reply } from "./replies.ts";
import { sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";

const name = "F6";

/** The platform takes connections and does not answer; some of what it was sent it has taken. Customers go on writing. */
export function stalledGraph(): SendFault {
  const delays: number[] = [];
  let later: Reply[] = [];
  let answersAgainAt = 0;
  let stalledAt = 0;
  return {
    name,
    what: "the platform accepts and never answers",
    strike: async (run) => {
      const { faults, mischief } = run.stage.simulator.simulator;
      for (const channel of sendChannels) {
        faults.add({ match: { channel }, kind: "hang_after_accept", share: 0.5, times: 1_000_000 });
      }
      for (const channel of sendChannels) faults.add({ match: { channel }, kind: "hang", share: 1, times: 1_000_000 });
      stalledAt = Date.now();
      // Receipts come when the answer has been given up.
      mischief.change({ delayMs: 13_000 });
      await wave(run, "at once", run.full ? 250 : 45);
      await sleep(1500);
      mischief.change({ delayMs: 0 });
      const writing = writeMeanwhile(run, delays, run.full ? 40_000 : 9_000);
      await sleep(Math.max(0, stalledAt + 5_000 - Date.now()));
      later = await wave(run, "later", run.full ? 250 : 30);
      await writing;
      faults.clear();
      answersAgainAt = Date.now();
      await run.arrived(name);
    },
    report: (run) => {
      const replies = repliesOf(run, name);
      const until = (one: Reply) => run.record.of(one.id).filter(({ at }) => at < answersAgainAt).length;
      const tried = later.filter((one) => until(one) > 0).length;
      const p99 = delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? 0;
      const ends = later.flatMap((one) => run.watch.of(one).finalAt ?? []);
      const unknown = replies.filter((one) => run.watch.of(one).seen.has("unknown"));
      const settled = unknown.filter((one) => run.watch.of(one).status !== "unknown");
      return {
        load: `${replies.length} replies, silent for ${Math.round((answersAgainAt - stalledAt) / 1000)} s`,
        recoverySeconds: ends.map((at) => Math.max(0, at - answersAgainAt) / 1000),
        notes: [
          `${tried} of ${later.length} later replies were tried while the platform was silent, the others waited`,
          `${unknown.length} replies became unknown, ${settled.length} of them were settled by their receipt`,
          `a customer's message was on the timeline after ${Math.round(p99)} ms (p99 of ${delays.length}) while sends hung`,
        ],
        violations: [
          ...(tried > later.length / 2 ? ["the circuit did not open"] : []),
          // The promise is 2 s; the machine may be busy with other things.
          ...(p99 > 10_000 ? [`a customer's message took ${Math.round(p99)} ms while sends hung`] : []),
          ...(unknown.length === 0 ? ["no reply became unknown: the fault did not strike"] : []),
        ],
      };
    },
  };
}

function wave(run: SendRun, step: string, count: number): Promise<Reply[]> {
  const one = (_: unknown, index: number) =>
    run.reply({ fault: name, step, customer: run.stage.customers.next(sendChannels[index % sendChannels.length] ?? "whatsapp") });
  return Promise.all(Array.from({ length: count }, one));
}

async function writeMeanwhile(run: SendRun, delays: number[], forMs: number): Promise<void> {
  for (const end = Date.now() + forMs; Date.now() < end; ) {
    delays.push(await run.stage.customers.writesAnew(sendChannels[delays.length % sendChannels.length] ?? "whatsapp"));
    await sleep(200);
  }
}
