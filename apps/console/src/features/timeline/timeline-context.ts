import type { TimelineItem } from "@onethread/core/api";

/** What rows need to know about the conversation around them. */
export type TimelineContext = {
  agentId: string | null;
  customerName: string | null;
  accountNames: ReadonlyMap<string, string>;
  /** Channel accounts through which a reaction may go now. */
  reacts: ReadonlySet<string>;
  find: (id: string) => TimelineItem | undefined;
  goTo: (id: string) => void;
  /** The item the address names; its element is told of once it is there. */
  target: string | null;
  onTarget: (element: HTMLElement | null) => void;
  /** Loads more of what lies between two parts of the timeline. */
  onGap: () => void;
  fillingGap: boolean;
};
