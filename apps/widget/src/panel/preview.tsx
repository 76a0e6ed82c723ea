import type { PanelPreview } from "@onethread/core/api";
import { render } from "preact";
import { App, type Shown } from "./app.tsx";
import { openClaims } from "./claims.ts";
import { openHeld } from "./held.ts";
import type { Host } from "./host.ts";
import { loadTexts, type Texts } from "./language.ts";
import type { Config } from "./model.ts";
import { type Offers, openOffers } from "./offers.ts";
import { previewSession } from "./preview-session.ts";
import { putOn } from "./put-on.ts";
import { store } from "./store.ts";
import { openThread, type Thread } from "./thread.ts";

const nobody: Host = { say: () => {} };
/** When a closed shop opens in a preview. Milliseconds. */
const opensIn = 14 * 60 * 60_000;

type Stage = { name: string; thread: Thread; session: ReturnType<typeof previewSession>; offers: Offers; texts: Texts };
let stage: Stage | null = null;
let wanted = 0;

/** Shows the panel as it would be, to who sets it up. Screens and languages begin anew; everything else changes where it stands. */
export async function showPreview({ config, locale, scheme, screen }: PanelPreview, root: HTMLElement): Promise<void> {
  wanted += 1;
  // A heading takes the focus when its screen opens; here somebody types beside it.
  root.inert = true;
  const mine = wanted;
  const texts = await loadTexts(locale);
  if (mine !== wanted) return;
  const name = `${screen} ${locale}`;
  if (stage?.name !== name) stage = set(name, screen, texts, config);
  putOn(texts, scheme, config);
  const shown = store<Shown>({ view: screen === "home" || screen === "closed" ? "home" : "messages", text: null });
  const panel = {
    texts: stage.texts,
    config: screen === "closed" ? closed(config) : open(config),
    session: stage.session,
    thread: stage.thread,
    offers: stage.offers,
  };
  render(<App key={name} panel={{ ...panel, close: () => {} }} shown={shown} />, root);
}

function set(name: string, screen: PanelPreview["screen"], texts: Texts, config: Config): Stage {
  const session = previewSession(texts, config);
  const claims = openClaims(session);
  const offers = openOffers(session);
  const thread = openThread({ session, host: nobody, held: openHeld(null, nobody), claims, offers, texts: () => texts });
  if (screen === "conversation") thread.start();
  return { name, session, thread, offers, texts };
}

/** A preview made at night is of the day as well. */
const open = ({ hours, ...config }: Config): Config => ({ ...config, hours: hours && { ...hours, open: true } });

const closed = (config: Config): Config => ({
  ...config,
  hours: { open: false, opensAt: new Date(Date.now() + opensIn).toISOString(), closesAt: null, timeZone: config.hours?.timeZone ?? "UTC" },
});
