import { randomUUID } from "node:crypto";
import { toTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { bodyOf, post, type Reply } from "./replies.ts";
import { sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";

const name = "R4";

/** A double click and a weak line: the same reply posted many times at once, through both gateways, some of them cut off. */
export function sameKey(): SendFault {
  let requests = 0;
  return {
    name,
    what: "the same reply posted many times",
    strike: async (run) => {
      for (let round = 0; round < (run.full ? 20 : 1); round++) {
        // With a key for all, with one for each, with none: the message's own id has to be enough.
        for (const keys of ["one", "many", "none"] as const) {
          const posted = await Promise.all(sendChannels.map((channel) => postTogether(run, channel, keys)));
          requests += posted.reduce((sum, count) => sum + count, 0);
        }
      }
    },
    report: (run) => ({ load: `${repliesOf(run, name).length} replies in ${requests} requests`, recoverySeconds: [], notes: [], violations: [] }),
  };
}

async function postTogether(run: SendRun, channel: (typeof sendChannels)[number], keys: "one" | "many" | "none"): Promise<number> {
  const uuid = newId();
  const customer = run.stage.customers.next(channel);
  const reply: Reply = { uuid, id: toTypeId("message", uuid), fault: name, step: `${keys} key`, customer, accepted: false, postedAt: Date.now() };
  run.replies.push(reply);
  const key = randomUUID();
  const body = bodyOf(reply);
  const many = 12;
  const once = (index: number, signal?: AbortSignal) =>
    post(run.stage, reply, {
      body,
      ...(keys === "none" ? {} : { key: keys === "one" ? key : randomUUID() }),
      gateway: index,
      ...(signal ? { signal } : {}),
    });
  // Every third line breaks before the answer is there.
  const answers = await Promise.all(Array.from({ length: many }, (_, index) => once(index, index % 3 === 0 ? AbortSignal.timeout(8) : undefined)));
  reply.accepted = answers.some((answer) => answer?.status === 202);
  for (let again = 0; again < 20 && !reply.accepted; again++) reply.accepted = (await once(again))?.status === 202;
  return many;
}
