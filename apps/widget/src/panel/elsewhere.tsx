import { useEffect, useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { Doors } from "./doors.tsx";
import type { VisitorMessage } from "./model.ts";

/** Who has waited so long is told that there is no need to wait here. Milliseconds. */
const patience = 30_000;

/** For who waits for an answer: the ways to be reached by it elsewhere, unless they would rather stay. */
export function Elsewhere({ newest }: { newest: VisitorMessage | undefined }) {
  const { texts, config } = usePanel();
  const [declined, setDeclined] = useState(false);
  const waitingSince = newest?.from === "visitor" ? newest.at : null;
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (waitingSince === null) return;
    const timer = setTimeout(() => setLate(waitingSince), Date.parse(waitingSince) + patience - Date.now());
    return () => clearTimeout(timer);
  }, [waitingSince]);
  if (declined || config.doors.length === 0 || waitingSince === null || late !== waitingSince) return null;
  return (
    <div class="elsewhere" data-testid="elsewhere">
      <p role="status">{texts.say("noNeedToWait")}</p>
      <Doors />
      <button type="button" class="plain" onClick={() => setDeclined(true)}>
        {texts.say("dismiss")}
      </button>
    </div>
  );
}
