import { sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault } from "./send-fault.ts";

const name = "F7";

/** The platform takes every reply, and of every fifth the answer gets lost: before the 200, or after it and before the body. */
export function droppedAnswers(): SendFault {
  return {
    name,
    what: "200, but the connection breaks before the body, 20 %",
    strike: async (run) => {
      const { simulator, customers } = run.stage;
      const kinds = { whatsapp: "drop_body", messenger: "drop_after_accept", instagram: "drop_body" } as const;
      for (const channel of sendChannels) simulator.simulator.faults.add({ match: { channel }, kind: kinds[channel], share: 0.2, times: 1_000_000 });
      const count = run.full ? 500 : 45;
      const posted = Array.from({ length: count }, (_, index) =>
        run.reply({ fault: name, customer: customers.next(sendChannels[index % sendChannels.length] ?? "whatsapp") }),
      );
      await Promise.all(posted);
      await run.arrived(name);
      simulator.simulator.faults.clear();
    },
    report: (run) => {
      const replies = repliesOf(run, name);
      const dropped = replies.filter((one) => run.record.of(one.id).some(({ answer }) => answer === "dropped"));
      const unknown = dropped.filter((one) => run.watch.of(one).status === "unknown");
      return {
        load: `${replies.length} replies, ${dropped.length} answers lost`,
        recoverySeconds: [],
        notes: [`${dropped.length - unknown.length} of ${dropped.length} lost answers were made good by the receipt`],
        violations: dropped.length === 0 ? ["no answer was lost: the fault did not strike"] : [],
      };
    },
  };
}
