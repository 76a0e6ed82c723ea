import type { Attachment, TimelineItem } from "@onethread/core/api";
import type { SendInput } from "../../api/messages.ts";

/** What is kept of an error, so that it can be shown after a reload. */
type KeptError = { status: number; code: string; message: string; requestId: string | null; problem: Record<string, unknown> };

/** A reply or note on its way to our server: shown in the timeline at once, gone when the real item is there. */
export type OutboxEntry = {
  item: TimelineItem;
  agentId: string;
  /** What is sent, kept whole, so that trying again is the same request with the same id. */
  intent: { kind: "reply"; input: SendInput & { id: string } } | { kind: "note"; text: string; mentions?: string[]; key: string };
  /** What was sent with one press of a key: it is taken back together. */
  batch: string;
  /** What belongs back in the composer when it does not go out. */
  back: { text: string; files: Attachment[]; quoted: TimelineItem | null; sinceId: string | null };
  /** Until then it can be taken back. Milliseconds of the browser's clock; null: it goes at once. */
  heldUntil: number | null;
  /** What becomes of the conversation when it has gone out. */
  after: { do: "done" | "snooze"; lastSeenItemId: string | null } | null;
  phase: "waiting" | "sending" | "failed";
  error: KeptError | null;
};
