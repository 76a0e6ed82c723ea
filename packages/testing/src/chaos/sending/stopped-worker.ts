import { sleep, until } from "../../until.ts";
import { isAlive } from "../processes.ts";
import { sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";

const name = "R6";

/**
 * A worker is stopped with a claim in its hand, past its lock and past the time after which its send is given up. Others
 * take over, a person sends again; then it wakes up and finds its old claim.
 */
export function stoppedWorker(): SendFault {
  let stopped = 0;
  let stoppedAt = 0;
  let woken = 0;
  let resent: string[] = [];
  return {
    name,
    what: "SIGSTOP with a claim in hand, another sends, SIGCONT",
    atFailpoints: true,
    strike: async (run) => {
      const { failpoints, customers } = run.stage;
      failpoints.arm("claim.committed", "SIGSTOP");
      const posted = Array.from({ length: run.full ? 20 : 3 }, (_, index) =>
        run.reply({ fault: name, customer: customers.next(sendChannels[index % sendChannels.length] ?? "whatsapp") }),
      );
      [stopped] = await Promise.all([failpoints.hit("claim.committed"), ...posted]);
      stoppedAt = Date.now();
    },
    release: async (run) => {
      const replies = repliesOf(run, name);
      await giveUp(run, stoppedAt);
      await until("what the stopped worker had in hand is given up", async () => {
        await run.watch.look();
        return replies.some((one) => run.watch.of(one).status === "unknown") && replies.every((one) => run.watch.of(one).status !== "sending");
      });
      const unknown = replies.filter((one) => run.watch.of(one).status === "unknown" && run.record.of(one.id).length === 0);
      resent = unknown.map((one) => one.id);
      for (const id of resent) await resend(run, id);
      await until("what a person sent again is sent", async () => {
        await run.watch.look();
        return unknown.every((one) => ["sent", "delivered", "read"].includes(run.watch.of(one).status ?? ""));
      });
      if (!isAlive(stopped)) return;
      process.kill(stopped, "SIGCONT");
      woken = Date.now();
      // Long enough to do harm.
      await sleep(3000);
    },
    report: (run) => ({
      load: `${repliesOf(run, name).length} replies, ${resent.length} sent again by a person`,
      recoverySeconds: [],
      notes: [`stopped for ${Math.round((woken - stoppedAt) / 1000)} s`],
      violations: [
        ...(resent.length === 0 ? ["the stopped worker had no send in hand"] : []),
        ...(woken === 0 ? ["the stopped worker did not live to wake up"] : []),
      ],
    }),
  };
}

/** After half a minute a send is given up; the small form does not wait for it. */
async function giveUp(run: SendRun, since: number): Promise<void> {
  if (run.full) return sleep(Math.max(0, since + 31_000 - Date.now()));
  await run.stage.instance.owner.query("UPDATE items SET next_attempt_at = now() WHERE id = ANY($1::uuid[]) AND delivery_status = 'sending'", [
    repliesOf(run, name).map((one) => one.uuid),
  ]);
}

async function resend({ stage }: SendRun, id: string): Promise<void> {
  await until("a person sends it again", async () => {
    const answer = await fetch(`${stage.instance.gatewayUrl}/api/v1/messages/${id}/retry`, {
      method: "POST",
      headers: { authorization: `Bearer ${stage.apiKey}` },
    });
    return answer.status === 202;
  });
}
