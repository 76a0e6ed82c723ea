import { usePanel } from "./context.ts";
import { Problem } from "./problem.tsx";
import { useTry } from "./use-try.ts";

/** What was said before, a page at a time, as long as there is more. */
export function Older() {
  const { texts, thread } = usePanel();
  const { busy, problem, run } = useTry(thread.older);
  if (!thread.hasOlder()) return null;
  return (
    <>
      <button type="button" class="door" aria-disabled={busy} onClick={() => void run()}>
        {texts.say(busy ? "loading" : "older")}
      </button>
      <Problem text={problem} />
    </>
  );
}
