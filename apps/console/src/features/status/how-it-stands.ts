import type { WorkspaceStatus } from "../../api/status.ts";
import type { LiveStatus } from "../live/live-status.ts";

/** How far what is shown is from the truth. `late`: by so many seconds. */
export type Standing = { kind: "live" | "connecting" | "offline" | "reconnecting" | "unknown" } | { kind: "late"; seconds: number };

/** Less than this is how long things take; nobody needs to hear of it. Seconds. */
const worthAWord = 15;

type Known = { online: boolean; live: LiveStatus; status: WorkspaceStatus | undefined; failed: boolean };

/** The worst of what is known about the way from a customer's phone to this screen. */
export function howItStands({ online, live, status, failed }: Known): Standing {
  if (!online) return { kind: "offline" };
  if (live === "reconnecting") return { kind: "reconnecting" };
  if (failed) return { kind: "unknown" };
  if (!status || live === "connecting") return { kind: "connecting" };
  const seconds = status.ingest.lagSeconds;
  return seconds < worthAWord ? { kind: "live" } : { kind: "late", seconds };
}
