import { RefreshCw, TriangleAlert, WifiOff } from "lucide-react";
import type { Standing } from "./how-it-stands.ts";

/** A dot while all is well; a sign when not. The words beside it say the same. */
export function StandingMark({ standing }: { standing: Standing }) {
  switch (standing.kind) {
    case "live":
      return <span aria-hidden className="size-2 shrink-0 rounded-full bg-success" />;
    case "connecting":
      return <span aria-hidden className="size-2 shrink-0 rounded-full bg-subtle" />;
    case "offline":
      return <WifiOff aria-hidden className="size-3.5 shrink-0" />;
    case "reconnecting":
      return <RefreshCw aria-hidden className="size-3.5 shrink-0 animate-spin" />;
    default:
      return <TriangleAlert aria-hidden className="size-3.5 shrink-0" />;
  }
}
