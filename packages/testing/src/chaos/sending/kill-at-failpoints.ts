import { fromTypeId } from "@onethread/core";
import { type FailpointName, failpointNames } from "@onethread/operations/failpoints";
import { until } from "../../until.ts";
import type { Reply } from "./replies.ts";
import { type SendChannel, sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";

const name = "F19";

/** kill -9 at every await between accepting a reply and settling its echo, one after the other. */
export function killAtFailpoints(): SendFault {
  const hits = new Map<string, number>();
  return {
    name,
    what: "kill -9 at every await of the way out",
    atFailpoints: true,
    strike: async (run) => {
      const ofGateway = failpointNames.filter((point) => /^(answer|reply)\./.test(point));
      const lane = async (points: readonly FailpointName[]) => {
        for (const point of points) {
          await killAt(run, point);
          hits.set(point, Date.now());
        }
      };
      // A gateway's deaths and a worker's do not stand in each other's way.
      await Promise.all([lane(ofGateway), lane(failpointNames.filter((point) => !ofGateway.includes(point)))]);
    },
    report: (run) => {
      const replies = repliesOf(run, name);
      const missed = failpointNames.filter((point) => !hits.has(point));
      // What nobody can know is only given up after half a minute: that is no recovery to be measured.
      const recovered = [...hits].flatMap(([point, at]) => {
        const ends = replies.filter((one) => one.step === point).map((one) => run.watch.of(one));
        if (ends.some(({ seen, finalAt }) => seen.has("unknown") || finalAt === null)) return [];
        return [Math.max(0, ...ends.map(({ finalAt }) => (finalAt ?? at) - at)) / 1000];
      });
      const unknown = replies.filter((one) => run.watch.of(one).seen.has("unknown"));
      const stayed = unknown.filter((one) => run.watch.of(one).status === "unknown");
      return {
        load: `${failpointNames.length} points, ${replies.length} replies`,
        recoverySeconds: recovered,
        notes: [`${unknown.length} replies were shown as unknown, ${stayed.length} of them stayed so: they never went out`],
        violations: missed.map((point) => `nobody died at ${point}`),
      };
    },
  };
}

async function killAt(run: SendRun, point: FailpointName): Promise<void> {
  const { failpoints } = run.stage;
  if (point.startsWith("sweep.")) return killWhileGivingUp(run, point);
  const channels = channelsFor(point);
  const count = run.full ? 200 : 3;
  const customers = Array.from({ length: count }, (_, index) => run.stage.customers.next(channels[index % channels.length] ?? "whatsapp"));
  if (point.startsWith("prepare.thread")) for (const customer of customers) await giveThreadAway(run, customer);
  if (point === "prepare.held") await useUpTheLimit(run);
  // A reply that finds the gateway dead goes through the other one, which does not die.
  await until("the gateway is up again", async () => (await fetch(`${run.stage.gateways[0]}/readyz`)).ok, { seconds: 120 });
  // An echo settles a reply only where the platform's answer is not there yet: here it never comes.
  const settles = point === "settle.written";
  if (settles)
    for (const channel of sendChannels) run.stage.simulator.simulator.faults.add({ match: { channel }, kind: "drop_body", share: 1, times: count });
  failpoints.arm(point);
  const posted = customers.map((customer) => run.reply({ fault: name, step: point, customer, withFile: point.startsWith("prepare.file") }));
  await Promise.all([failpoints.hit(point), ...posted]);
  if (settles) run.stage.simulator.simulator.faults.clear();
}

function channelsFor(point: FailpointName): readonly SendChannel[] {
  if (point.startsWith("prepare.thread")) return ["messenger", "instagram"];
  // Instagram fetches files by address.
  if (point.startsWith("prepare.file")) return ["whatsapp", "messenger"];
  return point === "prepare.held" ? ["whatsapp"] : sendChannels;
}

/** Another app takes the thread, so that it has to be taken back before the reply. */
async function giveThreadAway({ stage }: SendRun, { personId, account, conversation }: Reply["customer"]): Promise<void> {
  const answer = await fetch(`${stage.simulator.url}/simulator/api/meta`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accountId: account.externalId, personId, act: { type: "thread_control", toOther: true } }),
  });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}`);
  const held = `SELECT 1 FROM doors d JOIN items i ON i.workspace_id = d.workspace_id AND i.channel_account_id = d.channel_account_id
    JOIN identities n ON n.workspace_id = i.workspace_id AND n.id = i.identity_id AND d.address = n.kind || '|' || n.scope || '|' || n.value
    WHERE i.conversation_id = $1 AND d.held_by IS NOT NULL LIMIT 1`;
  await until(
    "the thread is another app's",
    async () => (await stage.instance.owner.query(held, [fromTypeId("conversation", conversation)])).rowCount === 1,
  );
}

/** The number's limit is used up: what comes next has to wait. */
async function useUpTheLimit(run: SendRun): Promise<void> {
  const customer = run.stage.customers.next("whatsapp");
  const { faults } = run.stage.simulator.simulator;
  const error = { code: 130429, message: "(#130429) Rate limit hit" };
  faults.add({ match: { accountId: customer.account.externalId }, kind: "error", status: 429, error, retryAfter: 3, share: 1, times: 1 });
  const since = Date.now();
  await run.reply({ fault: name, step: "", customer });
  // It may hit one of the other lane instead: the number's limit it is all the same.
  await until("the platform refuses a reply", () => run.record.calls().some(({ answer, at }) => answer === 429 && at >= since));
}

/** First somebody dies with sends in hand, then who gives them up. */
async function killWhileGivingUp(run: SendRun, point: FailpointName): Promise<void> {
  const { failpoints, customers, instance } = run.stage;
  failpoints.arm("claim.committed");
  const posted = sendChannels.map((channel) => run.reply({ fault: name, step: point, customer: customers.next(channel) }));
  const replies = await Promise.all(posted);
  await failpoints.hit("claim.committed");
  failpoints.arm(point);
  // Half a minute later; the small form does not wait for it.
  if (!run.full)
    await instance.owner.query("UPDATE items SET next_attempt_at = now() WHERE id = ANY($1::uuid[]) AND delivery_status = 'sending'", [
      replies.map((one) => one.uuid),
    ]);
  await failpoints.hit(point);
}
