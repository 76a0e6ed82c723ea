/** What is told of one fault, once the checker has spoken. */
export type ChaosResult = {
  fault: string;
  what: string;
  load: string;
  lost: number;
  doubled: number;
  /** Each time it was struck: seconds until it worked again. */
  recoverySeconds: number[];
  violations: string[];
  notes: string[];
  /** Why it could not be tried on this machine. */
  skipped?: string;
};

export type ChaosOptions = {
  seed: string;
  /** The long form. */
  full: boolean;
  /** Only faults of these names; empty: all. */
  only: readonly string[];
  say: (text: string) => void;
};

/** Faults that share one installation. */
export type Scenario = { faults: readonly string[]; run(options: ChaosOptions): Promise<ChaosResult[]> };
