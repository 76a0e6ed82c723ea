import { hasRedis } from "../../redis.ts";
import { sleep, until } from "../../until.ts";
import type { ChaosOptions, ChaosResult, Scenario } from "../scenario.ts";
import { droppedAnswers } from "./dropped-answers.ts";
import { isRefused, openGraphRecord } from "./graph-record.ts";
import { type JudgedReply, judgeReplies } from "./judge-replies.ts";
import { killAtFailpoints } from "./kill-at-failpoints.ts";
import { postReply, type Reply } from "./replies.ts";
import { sameKey } from "./same-key.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";
import { openSendStage, type SendStage } from "./send-stage.ts";
import { stalledGraph } from "./stalled-graph.ts";
import { stoppedWorker } from "./stopped-worker.ts";
import { storm } from "./storm.ts";
import { watchReplies } from "./watch.ts";

/** In the order they strike: who is stopped first is stopped longest. */
const makers = [stoppedWorker, killAtFailpoints, sameKey, droppedAnswers, storm, stalledGraph];

/** The faults of the way out: at most one send per reply, whatever dies, hangs or refuses. */
export const sending: Scenario = {
  faults: makers.map((make) => make().name),
  run: async (options) => {
    const chosen = makers.map((make) => make()).filter(({ name }) => options.only.length === 0 || options.only.includes(name));
    const stage = await openSendStage({ customersPerChannel: options.full ? 150 : 70, redis: hasRedis(), say: options.say });
    let broken = true;
    try {
      const results = await strikeAll(stage, chosen, options);
      broken = results.some(({ violations }) => violations.length > 0);
      if (broken) options.say(`The installation's logs are kept in ${stage.instance.logs}.`);
      return results;
    } finally {
      await stage.close(broken);
    }
  },
};

async function strikeAll(stage: SendStage, faults: readonly SendFault[], { full, say }: ChaosOptions): Promise<ChaosResult[]> {
  const replies: Reply[] = [];
  const watch = watchReplies(stage.instance, replies);
  const run: SendRun = {
    stage,
    full,
    record: openGraphRecord(stage.simulator),
    watch,
    replies,
    reply: (wanted) => postReply(stage, wanted, (reply) => replies.push(reply)),
    arrived: (fault) => untilSent(run, fault),
  };
  // Who has no failpoints stands aside where they are needed.
  stage.instance.pause("worker");
  for (const fault of faults) {
    if (!fault.atFailpoints) stage.instance.resume("worker");
    const began = Date.now();
    await fault.strike(run);
    say(`${fault.name}, ${fault.what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  for (const fault of faults) await fault.release?.(run);
  await settle(run);
  await watch.stop();
  return faults.map((fault) => resultOf(run, fault));
}

async function untilSent(run: SendRun, fault: string): Promise<void> {
  const waits = () => repliesOf(run, fault).some((one) => [null, "queued"].includes(run.watch.of(one).status));
  for (const end = Date.now() + (run.full ? 300_000 : 60_000); waits() && Date.now() < end; ) await sleep(200);
}

/** Until every reply has come to rest and receipts have had their time. The small form does not wait for what is dead. */
async function settle(run: SendRun): Promise<void> {
  const { owner } = run.stage.instance;
  const restless = async () => {
    await run.watch.look();
    return run.replies.filter((one) => [null, "queued", "sending"].includes(run.watch.of(one).status)).length;
  };
  // Nobody waits for an answer longer than 10 s.
  const dead = "UPDATE items SET next_attempt_at = now() WHERE delivery_status = 'sending' AND delivery_at < now() - interval '12 seconds'";
  await until(
    "all replies have come to rest",
    async () => {
      if (!run.full) await owner.query(dead);
      return (await restless()) === 0;
    },
    { seconds: 120, every: 300 },
  ).catch(() => {});
  const pending = "SELECT 1 FROM webhook_events WHERE state = 'pending' LIMIT 1";
  const { simulator } = run.stage.simulator;
  await until(
    "all receipts are worked off",
    async () => simulator.sender.pending().length === 0 && (await owner.query(pending)).rowCount === 0,
  ).catch(() => {});
  await run.watch.look();
}

function resultOf(run: SendRun, fault: SendFault): ChaosResult {
  const judged = repliesOf(run, fault.name).map((reply): JudgedReply => {
    const calls = run.record.of(reply.id);
    return {
      id: reply.id,
      step: reply.step,
      accepted: reply.accepted,
      shown: run.watch.of(reply).status,
      taken: calls.filter(({ externalId }) => externalId !== null).length,
      arrived: calls.filter((call) => !isRefused(call)).length,
    };
  });
  const { lost, doubled, violations } = judgeReplies(judged);
  const report = fault.report(run);
  return { fault: fault.name, what: fault.what, ...report, lost, doubled, violations: [...violations, ...report.violations] };
}
