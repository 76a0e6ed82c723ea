import type { Claims } from "./claims.ts";
import { follow } from "./follow.ts";
import type { Held } from "./held.ts";
import type { Host } from "./host.ts";
import type { Texts } from "./language.ts";
import type { VisitorMessage } from "./model.ts";
import type { Offers } from "./offers.ts";
import { openOutbox } from "./outbox.ts";
import { placeMessages, unreadOf } from "./place-messages.ts";
import { refusalText } from "./refusal-text.ts";
import type { Session } from "./session.ts";
import { store } from "./store.ts";

/** How often one says that somebody writes, and for how long it is believed without being said again. Milliseconds. */
const [sayWriting, writingHolds] = [3000, 10_000];

/** A conversation is under way for so long after its last word. Milliseconds. */
const underWay = 24 * 3_600_000;

export type Upload = { file: string; name: string; kind: string };
export type Thread = ReturnType<typeof openThread>;

/** Not `randomUUID`, which is there in secure contexts only. */
export const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** `texts`: as they are now; the page may change the language. */
type Around = { session: Session; host: Host; held: Held; claims: Claims; offers: Offers; texts: () => Texts };

/** The visitor's messages, and everything that is done with them. */
export function openThread({ session, host, held, claims, offers, texts }: Around) {
  const messages = store<readonly VisitorMessage[]>([]);
  const outbox = openOutbox({
    held,
    send: async (body) => {
      // Where it is refused, the shop has to sign it; the message goes all the same.
      await claims.tell().catch(() => {});
      return session.ask("messages", { method: "POST", body });
    },
    refusalText: (error) => refusalText(error, texts()),
    onSent: () => {
      // Beside what was written; lost, it is no loss.
      offers.tell().catch(() => {});
      start();
      hear("changed");
    },
    onOffline: () => state.set("offline"),
  });
  const typing = store(false);
  const state = store<"loading" | "ready" | "offline">("ready");
  const survey = store<"none" | "due" | "skipped" | "thanked">("none");
  const ended = store(false);
  ended.subscribe(() => ended.get() && host.say({ type: "event", name: "conversation:ended", detail: {} }));
  /** What is asked before the first message has been answered, or there was a thread already. */
  const introduced = store(false);
  const draft = store(held.get().draft);
  draft.subscribe(() => held.set({ draft: draft.get() }));
  let [prev, next]: [string | null, string | null] = [null, null];
  let stop: (() => void) | null = null;
  let shown = false;
  let stillTyping: ReturnType<typeof setTimeout> | undefined;
  let saidAt = 0;

  function take(page: readonly VisitorMessage[]): void {
    if (page.length > 0) introduced.set(true);
    // What a form was filled with is not shown to who filled it.
    const more = page.filter(({ kind }) => kind !== "flow_reply");
    const known = new Set(messages.get().map(({ id }) => id));
    messages.set(placeMessages(messages.get(), more));
    outbox.settle(messages.get());
    for (const one of more) {
      const direction = one.from === "visitor" ? "out" : "in";
      if (!known.has(one.id)) host.say({ type: "event", name: "message", detail: { direction, id: one.id, text: one.text } });
      if (one.from === "business") typing.set(false);
    }
    tellUnread();
  }

  /** A message for the bubble beside the launcher, and how it is read out. */
  function announce(message: VisitorMessage) {
    const { say } = texts();
    const [author, text] = [message.author?.name ?? say("team"), message.text ?? say("file")];
    return { author, text, said: say("newMessageFrom", { name: author, text }), dismiss: say("dismiss") };
  }

  function tellUnread(): void {
    const unread = unreadOf(messages.get());
    const newest = unread.at(-1);
    host.say({
      type: "unread",
      count: shown ? 0 : unread.length,
      label: texts().say("unread", { count: unread.length }),
      newest: newest && !shown ? announce(newest) : null,
      busy: unread.length > 0 || Date.now() - Date.parse(messages.get().at(-1)?.at ?? "1970-01-01") < underWay,
    });
  }

  type Page = { data: VisitorMessage[]; page: { prev: string | null; next: string | null }; surveyDue: boolean; ended: boolean };
  const page = async (query: string): Promise<Page> => (await (await session.ask(`messages?limit=50${query}`)).json()) as Page;

  /** What came since, and what changed of the newest; one look at a time, and another one when it was told meanwhile. */
  let looking: Promise<void> | null = null;
  let again = false;
  function look(): Promise<void> {
    again = looking !== null;
    looking ??= (async () => {
      do {
        again = false;
        const newest = await page("");
        const known = messages.get().at(-1);
        if (known === undefined) prev = newest.page.prev;
        // Longer away than one page holds: what lies between is fetched first.
        else if (!newest.data.some(({ id }) => id === known.id)) await fetchSince();
        take(newest.data);
        ended.set(newest.ended);
        if (newest.surveyDue && survey.get() === "none") survey.set("due");
        if (!newest.surveyDue && survey.get() === "due") survey.set("none");
        next = newest.page.next ?? next;
      } while (again);
    })().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function fetchSince(): Promise<void> {
    for (let from = next; from !== null; ) {
      const more = await page(`&after=${encodeURIComponent(from)}`);
      take(more.data);
      if (more.data.length === 0 || more.page.next === from) return;
      from = more.page.next;
    }
  }

  function hear(name: string): void {
    if (name !== "typing") {
      look().then(
        () => state.set("ready"),
        () => {},
      );
      return;
    }
    typing.set(true);
    clearTimeout(stillTyping);
    stillTyping = setTimeout(() => typing.set(false), writingHolds);
  }

  /** One look. Only who has a thread is told live of it: a shop's signed visitors mostly never write. */
  async function glance(): Promise<void> {
    const looked = await look().then(
      () => true,
      () => false,
    );
    if (shown || !looked || messages.get().length > 0) start();
  }

  /** Holds on to the thread from now on. */
  function start(): void {
    if (stop) return;
    if (messages.get().length === 0) state.set("loading");
    stop = follow(session, {
      onOpen: () =>
        look().then(
          () => state.set("ready"),
          () => state.set("offline"),
        ),
      onEvent: hear,
      onLost: () => state.set("offline"),
    });
  }

  function put(body: Record<string, unknown>, text: string, files: readonly Upload[]): void {
    const clientId = newId();
    const first = messages.get().length + outbox.outgoing.get().length === 0;
    const at = new Date().toISOString();
    outbox.add({
      clientId,
      text,
      at,
      files: files.map(({ file, name, kind }) => ({ id: file, name, kind })),
      problem: null,
      body: { id: clientId, ...body },
    });
    if (first || ended.get()) host.say({ type: "event", name: "conversation:started", detail: {} });
    ended.set(false);
    if (survey.get() === "thanked" || survey.get() === "skipped") survey.set("none");
  }

  return {
    messages,
    outgoing: outbox.outgoing,
    typing,
    state,
    survey,
    ended,
    introduced,
    draft,
    start,
    glance,
    /** The same again, as after a change of language. */
    retell: tellUnread,
    /** Whether the visitor sees the panel: what comes meanwhile is not unread. */
    seen(now: boolean): void {
      shown = now;
      tellUnread();
    },
    hasOlder: () => prev !== null,
    async older(): Promise<void> {
      if (prev === null) return;
      const more = await page(`&before=${encodeURIComponent(prev)}`);
      prev = more.page.prev;
      take(more.data);
    },
    send: (text: string, files: readonly Upload[]) =>
      put({ ...(text ? { text } : {}), ...(files.length > 0 ? { files: files.map(({ file }) => file) } : {}) }, text, files),
    choose: (message: VisitorMessage, { title, payload }: { title: string; payload: string }) =>
      put({ choice: { messageId: message.id, payload } }, title, []),
    retry: outbox.retry,
    read(): void {
      const newest = unreadOf(messages.get()).at(-1);
      if (!shown || !newest) return;
      messages.set(messages.get().map((one) => (one.from === "business" ? { ...one, status: "read" } : one)));
      void session.ask("read", { method: "POST", body: { upToId: newest.id } }).catch(() => {});
    },
    writing(): void {
      if (messages.get().length === 0 || Date.now() - saidAt < sayWriting) return;
      saidAt = Date.now();
      void session.ask("typing", { method: "POST", body: {} }).catch(() => {});
    },
    async submitForm(fields: Record<string, string | boolean>): Promise<void> {
      await session.ask("forms", { method: "POST", body: { id: newId(), name: "prechat", fields } });
      introduced.set(true);
      host.say({ type: "event", name: "prechat:submitted", detail: {} });
      start();
    },
    async end(): Promise<void> {
      await session.ask("end", { method: "POST", body: {} });
      hear("changed");
    },
    async answerSurvey(score: number, comment: string): Promise<void> {
      await session.ask("survey", { method: "POST", body: { id: newId(), score, ...(comment ? { comment } : {}) } });
      survey.set("thanked");
      host.say({ type: "event", name: "csat", detail: { score } });
    },
    /** Another person is here now: nothing of the thread is theirs. */
    reset(): void {
      stop?.();
      stop = null;
      [prev, next] = [null, null];
      messages.set([]);
      outbox.clear();
      typing.set(false);
      survey.set("none");
      ended.set(false);
      introduced.set(false);
      draft.set("");
      state.set("ready");
      tellUnread();
    },
  };
}
