import type { Texts } from "./language.ts";

/** The desk could not be asked, or does not show this chat here. */
export const Unavailable = ({ texts, close, onRetry }: { texts: Texts; close: () => void; onRetry: () => void }) => (
  <section class="form" role="dialog" aria-label={texts.say("title")}>
    <p role="alert">{texts.say("unavailable")}</p>
    <button type="button" class="primary" onClick={onRetry}>
      {texts.say("retry")}
    </button>
    <button type="button" class="plain" onClick={close}>
      {texts.say("close")}
    </button>
  </section>
);
