import type { Customer } from "./customers.ts";
import { type GraphCall, isRefused } from "./graph-record.ts";
import type { Reply } from "./replies.ts";
import { type SendChannel, sendChannels } from "./send-account.ts";
import { repliesOf, type SendFault, type SendRun } from "./send-fault.ts";

const name = "F8";

/**
 * How many WhatsApp messages a second may come from one number, and a tenth more.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (2026): 80
 */
const mostPerSecond = 88;
/** Seconds the platform asks to wait. */
const retryAfter = { whatsapp: 6, messenger: 5, instagram: 5 };
/**
 * After a refusal with 131056: 4^n seconds.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (12 December 2025)
 */
const pairWaitMs = 4000;
/** Calls that were on their way when the refusal came; on a machine that is busy with other things that takes a while. Milliseconds. */
const onTheWay = 3000;

/** Throttling, faults of the platform, the limit of one pair; several replies to each customer, whose order has to stay. */
export function storm(): SendFault {
  let began = 0;
  let ended = 0;
  return {
    name,
    what: "429, 5xx and pair limits",
    strike: async (run) => {
      const perCustomer = run.full ? 10 : 5;
      const customers = Array.from({ length: run.full ? 200 : 24 }, (_, index) =>
        run.stage.customers.next(sendChannels[index % sendChannels.length] ?? "whatsapp"),
      );
      brew(run, run.full ? 10 : 1);
      began = Date.now();
      await Promise.all(customers.map((customer) => inARow(run, customer, perCustomer)));
      await run.arrived(name);
      ended = Date.now();
      run.stage.simulator.simulator.faults.clear();
    },
    report: (run) => {
      const replies = repliesOf(run, name);
      const calls = replies.flatMap((one) => run.record.of(one.id));
      const refused = calls.filter(isRefused).length;
      const unclear = replies.filter((one) => run.watch.of(one).status === "unknown").length;
      const busiest = busiestSecond(run.record.calls().filter((call) => call.account === accountOf(run, "whatsapp")));
      return {
        load: `${replies.length} replies, ${refused} refused, ${unclear} answered by a bare 503`,
        recoverySeconds: [(ended - began) / 1000],
        notes: [`at most ${busiest} messages in any second from the WhatsApp number`],
        violations: [
          ...outOfOrder(run, replies),
          ...impatient(run, replies),
          ...(busiest > mostPerSecond ? [`${busiest} messages in one second from a number that may send 80`] : []),
          ...(refused === 0 ? ["nothing was refused: the fault did not strike"] : []),
        ],
      };
    },
  };
}

/** What goes wrong, in this order, on each channel. */
function brew({ stage }: SendRun, times: number): void {
  const { faults } = stage.simulator.simulator;
  const add = (channel: SendChannel, code: number, status: number, more: { retryAfter?: number; times: number }) =>
    faults.add({ match: { channel }, kind: "error", status, error: { code, message: `(#${code}) The storm.` }, share: 1, ...more });
  add("whatsapp", 130429, 429, { retryAfter: retryAfter.whatsapp, times });
  add("whatsapp", 131056, 400, { times: 2 * times });
  add("whatsapp", 131016, 500, { times: 2 * times });
  add("messenger", 613, 429, { retryAfter: retryAfter.messenger, times });
  add("instagram", 4, 429, { retryAfter: retryAfter.instagram, times });
  add("instagram", 2, 500, { times: 2 * times });
  // Without a word of what became of the message.
  faults.add({ match: { channel: "messenger" }, kind: "status", status: 503, share: 0.2, times: 2 * times });
}

async function inARow(run: SendRun, customer: Customer, count: number): Promise<void> {
  for (let number = 0; number < count; number++) await run.reply({ fault: name, customer });
}

const accountOf = ({ stage }: SendRun, channel: SendChannel): string => stage.accounts.find((one) => one.channel === channel)?.externalId ?? "";
const takenAt = (run: SendRun, reply: Reply): number | undefined => run.record.of(reply.id).find(({ externalId }) => externalId !== null)?.at;

/** One customer's replies leave in the order they were written. */
function outOfOrder(run: SendRun, replies: readonly Reply[]): string[] {
  const conversations = [...new Set(replies.map((one) => one.customer.conversation))];
  return conversations.flatMap((conversation) => {
    const times = replies.filter((one) => one.customer.conversation === conversation).flatMap((one) => takenAt(run, one) ?? []);
    return times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0)) ? [] : [`the replies of ${conversation} left in another order`];
  });
}

/** Whoever is asked to wait waits: the account for as long as it is told, a pair at least its 4 seconds. */
function impatient(run: SendRun, replies: readonly Reply[]): string[] {
  const mine = replies.flatMap((one) => run.record.of(one.id).map((call) => ({ call, reply: one })));
  const throttled = mine.filter(({ call }) => call.answer === 429);
  const ofAccounts = throttled.flatMap(({ call, reply }) => {
    const wait = retryAfter[reply.customer.account.channel] * 1000;
    const early = mine.filter(
      (other) => other.reply.customer.account === reply.customer.account && isBetween(other.call, call.at + onTheWay, call.at + wait - 50),
    );
    return early.map((other) => `${reply.customer.account.channel} asked to wait ${wait} ms and was called after ${other.call.at - call.at} ms`);
  });
  const ofPairs = replies
    .filter((one) => one.customer.account.channel === "whatsapp")
    .flatMap((one) => {
      const [first, second] = run.record.of(one.id);
      const pairLimit = first && first.answer === 400 && second !== undefined;
      return pairLimit && second.at - first.at < pairWaitMs - 50 ? [`a pair at its limit was tried again after ${second.at - first.at} ms`] : [];
    });
  return [...ofAccounts, ...ofPairs];
}

const isBetween = ({ at }: GraphCall, from: number, to: number): boolean => at > from && at < to;

function busiestSecond(calls: readonly GraphCall[]): number {
  const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [index, at] of times.entries()) {
    while (at - (times[from] ?? at) >= 1000) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
