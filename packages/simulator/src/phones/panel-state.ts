import type { MetaView, Thread } from "./server.ts";

/** What a section of the panel is made of, and how it does something. */
export type PanelState = {
  meta: MetaView;
  account: MetaView["accounts"][number];
  personId: string;
  personName: string;
  thread: Thread | undefined;
  /** Does something, says what came of it, and shows the new state. */
  run(work: () => Promise<unknown>, said: string | ((answer: unknown) => string)): void;
};
