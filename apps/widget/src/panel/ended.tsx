import { usePanel } from "./context.ts";
import { useStore } from "./store.ts";

/** Says that it is over, and what can be done now. The field stays: who writes goes on in the same thread. */
export function Ended({ onTranscript }: { onTranscript: () => void }) {
  const { texts, thread } = usePanel();
  if (!useStore(thread.ended)) return null;
  return (
    <section class="survey" aria-label={texts.say("ended")} data-testid="ended">
      <p role="status">{texts.say("ended")}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={() => document.querySelector<HTMLElement>("textarea[rows='1']")?.focus()}>
          {texts.say("startAnew")}
        </button>
        <button type="button" class="plain" onClick={onTranscript}>
          {texts.say("transcript")}
        </button>
      </div>
    </section>
  );
}
