import type { GraphRecord } from "./graph-record.ts";
import type { postReply, Reply } from "./replies.ts";
import type { SendStage } from "./send-stage.ts";
import type { Watch } from "./watch.ts";

/** What the faults of one run share. */
export type SendRun = {
  stage: SendStage;
  full: boolean;
  record: GraphRecord;
  watch: Watch;
  replies: Reply[];
  /** Posts a reply until it is accepted, and remembers it. */
  reply(wanted: Parameters<typeof postReply>[1]): Promise<Reply>;
  /** Waits, for a while, until none of a fault's replies waits to be sent any more. */
  arrived(fault: string): Promise<void>;
};

type FaultReport = { load: string; recoverySeconds: number[]; notes: string[]; violations: string[] };

/** One fault of the way out. All share one installation: what takes its time goes on while the next one strikes. */
export type SendFault = {
  name: string;
  what: string;
  /** Needs processes that have them. */
  atFailpoints?: boolean;
  strike(run: SendRun): Promise<void>;
  /** When all have struck: what was held is let go. */
  release?(run: SendRun): Promise<void>;
  /** When everything has come to rest. */
  report(run: SendRun): FaultReport;
};

export const repliesOf = ({ replies }: SendRun, fault: string): Reply[] => replies.filter((one) => one.fault === fault);
