import { render } from "preact";
import type { Looks, ToPanel } from "../wire.ts";
import { App, type Shown } from "./app.tsx";
import { type Claims, openClaims } from "./claims.ts";
import { problemOf, request } from "./client.ts";
import { openHeld } from "./held.ts";
import { connectHost, type Host } from "./host.ts";
import { loadTexts, type Texts } from "./language.ts";
import type { Config } from "./model.ts";
import "./panel.css";
import "./chat.css";
import "./form.css";
import { type Offers, openOffers } from "./offers.ts";
import { putOn } from "./put-on.ts";
import { openSession, type Session } from "./session.ts";
import { store } from "./store.ts";
import { newId, openThread, type Thread } from "./thread.ts";
import { Unavailable } from "./unavailable.tsx";

const key = new URLSearchParams(location.search).get("key") ?? "";
const root = document.getElementById("panel") as HTMLElement;
const shown = store<Shown>({ view: null, text: null });

/** The panel once it is there. What is said before waits for it. */
type Ready = { session: Session; thread: Thread; claims: Claims; offers: Offers; host: Host; dress: (looks: Looks) => Promise<void> };
let ready: Promise<Ready> | null = null;

connectHost((message, host) => {
  if (message.type === "boot") {
    ready = boot(message, host);
    return;
  }
  if (message.type === "preview") {
    void import("./preview.tsx").then(({ showPreview }) => showPreview(message, root));
    return;
  }
  void ready?.then((panel) => obey(message, panel)).catch((error: unknown) => answer(message, host, error));
});

const answer = (message: ToPanel, host: Host, error: unknown = null) => {
  if ("id" in message) host.say({ type: "done", id: message.id, problem: error === null ? null : problemOf(error) });
};

async function boot({ renewal, held, looks, jwt, said, offers: seen }: Extract<ToPanel, { type: "boot" }>, host: Host) {
  let texts: Texts = await loadTexts(looks.locale);
  const session = openSession(key, (next) => host.say({ type: "keep", place: "renewal", value: next }), renewal);
  const claims = openClaims(session);
  for (const one of said) claims.note(one);
  const offers = openOffers(session);
  offers.hear(seen);
  const thread = openThread({ session, host, held: openHeld(held, host), claims, offers, texts: () => texts });
  const close = () => host.say({ type: "close" });
  const dress = async (now: Looks): Promise<void> => {
    const [next, config] = await Promise.all([
      loadTexts(now.locale),
      request(session.path(`config?language=${encodeURIComponent(now.locale)}`)).then((response) => response.json() as Promise<Config>),
    ]);
    texts = next;
    putOn(texts, now.scheme, config);
    render(<App key={texts.locale} panel={{ texts, config, session, thread, offers, close }} shown={shown} />, root);
  };
  try {
    if (jwt) await signIn(jwt, { session, thread });
  } catch (error) {
    host.say({ type: "event", name: "error", detail: problemOf(error) });
  }
  try {
    await dress(looks);
  } catch (error) {
    host.say({ type: "event", name: "error", detail: problemOf(error) });
    render(<Unavailable texts={texts} close={close} onRetry={() => void dress(looks)} />, root);
  }
  if (session.isKnown() && !jwt) thread.start();
  return { session, thread, claims, offers, host, dress };
}

async function signIn(jwt: string, { session, thread }: Pick<Ready, "session" | "thread">): Promise<void> {
  await session.signIn(jwt);
  thread.reset();
  await thread.glance();
}

async function obey(message: ToPanel, panel: Ready): Promise<void> {
  const { session, thread, claims, offers, host, dress } = panel;
  switch (message.type) {
    case "renewal":
      session.heard(message.renewal);
      if (message.renewal === null) thread.reset();
      else thread.start();
      return;
    case "show":
      shown.set({ view: message.view, text: message.text });
      thread.seen(true);
      if (session.isKnown()) thread.start();
      root.querySelector<HTMLElement>("h1")?.focus();
      return;
    case "hide":
      return thread.seen(false);
    case "looks":
      await dress(message.looks);
      return thread.retell();
    case "page":
      if (session.isKnown()) await session.ask("events", { method: "POST", body: { id: newId(), kind: "page", ...message.page } });
      return;
    case "offers":
      return offers.hear(message.seen);
    case "offer":
      return offers.take(message.text);
    case "identify":
      await signIn(message.jwt, panel);
      break;
    case "update":
      claims.note(message.said);
      break;
    case "send":
      thread.send(message.text, []);
      break;
    case "track":
      if (session.isKnown())
        await session.ask("events", { method: "POST", body: { id: newId(), kind: "track", name: message.name, properties: message.properties } });
      break;
    case "forget":
      // First nobody asks for anything any more.
      thread.reset();
      claims.forget();
      offers.forget();
      await session.end(message.renewal);
  }
  answer(message, host);
}
