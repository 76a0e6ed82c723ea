import type { BootOptions, Onethread, Signed, Unverified, View } from "@onethread/widget";
import type { Lent } from "../offers/main.ts";
import type { Looks, Problem, ToHost, ToPanel } from "../wire.ts";
import { openShell } from "./element.ts";
import { openFrame } from "./frame.ts";
import { fullScreen, isNarrow } from "./full-screen.ts";
import { keep } from "./keep.ts";
import { makeWay } from "./make-way.ts";
import { localeOf, pageOf, type Served } from "./options.ts";
import { wordsIn } from "./texts.ts";
import { watchPage } from "./watch-page.ts";

export type Tell = (event: string, detail?: unknown) => void;
/** All but `on`: who hears of what stays when the chat is booted anew. */
export type Widget = Omit<Onethread, "on">;

/** The chat on one page: its launcher, and its panel from the first interest on. */
export function openWidget(options: BootOptions, served: Served | null, tell: Tell): Widget {
  const shell = openShell(options, served, () => {
    // The new page's content stands where the old one's did.
    giveBack();
    if (isOpen) giveBack = fullScreen(element);
  });
  const { launcher, room, element } = shell;
  let looks: Looks = { locale: localeOf(options), scheme: options.scheme ?? "auto" };
  let panel: ReturnType<typeof openFrame> | null = null;
  let [isOpen, unread, unreadLabel, asked] = [false, 0, "", 0];
  let signed: Signed | null = null;
  const said: Unverified[] = [];
  let giveBack = () => {};
  const kept = keep(options.key, options.consent?.storage ?? true, (renewal) => say({ type: "renewal", renewal }));
  // Who has written may be waiting for an answer, until the panel knows.
  let isBusy = kept.get("renewal") !== null;
  const answers = new Map<number, { resolve: () => void; reject: (problem: Error) => void }>();
  const { user } = options;
  if (user && "jwt" in user) signed = user;
  else if (user) said.push(user);
  const label = typeof options.launcher === "object" ? options.launcher.label : undefined;
  launcher.hidden = options.launcher === false;

  /** To the panel, if there is one: whatever it missed it is told when it is made. */
  const say = (message: ToPanel) => panel?.say(message);
  const ask = (message: { [T in ToPanel["type"]]: Omit<Extract<ToPanel, { type: T; id: number }>, "id"> }[ToPanel["type"]]) =>
    new Promise<void>((resolve, reject) => {
      const id = ++asked;
      answers.set(id, { resolve, reject });
      interested().say({ ...message, id } as ToPanel);
    });

  /** Until somebody wants to chat it is only held: it goes along with what they write. */
  const learn = async (user: Unverified) => {
    said.push(user);
    if (panel) await ask({ type: "update", said: user });
  };

  function name(): void {
    const [openWords, closeWords] = wordsIn(looks.locale);
    const base = isOpen ? closeWords : (label ?? openWords);
    launcher.setAttribute("aria-label", unread > 0 && !isOpen ? `${base}, ${unreadLabel}` : base);
    launcher.setAttribute("aria-expanded", String(isOpen));
    shell.badge.hidden = isOpen || unread === 0;
    shell.badge.textContent = unread > 99 ? "99+" : String(unread);
  }

  function hear(message: ToHost): void {
    switch (message.type) {
      case "keep":
        kept.set(message.place, message.value);
        break;
      case "close":
        close();
        break;
      case "event":
        tell(message.name, message.detail);
        break;
      case "unread":
        showUnread(message);
        break;
      case "done":
        settle(message.id, message.problem);
    }
  }

  function settle(id: number, problem: Problem | null): void {
    const waiting = answers.get(id);
    answers.delete(id);
    if (problem) waiting?.reject(Object.assign(new Error(problem.message), { code: problem.code }));
    else waiting?.resolve();
  }

  function showUnread({ count, label, newest, busy }: Omit<Extract<ToHost, { type: "unread" }>, "type">): void {
    const before = unread;
    isBusy = busy;
    if (count !== before) tell("unread", { count });
    unread = count;
    unreadLabel = label;
    name();
    // Where there were none, what stands there is an offer.
    if (before && !newest) shell.preview.hidden = true;
    if (!newest || isOpen) return;
    const author = document.createElement("b");
    author.textContent = newest.author;
    shell.previewText.replaceChildren(author, newest.text);
    shell.dismiss.ariaLabel = newest.dismiss;
    shell.previewText.onclick = toMessages;
    // Once each: what was put away stays away when the same is told again.
    if (count <= before) return;
    shell.preview.hidden = false;
    shell.status.textContent = newest.said;
  }

  /** Somebody wants to chat, or is about to: from here on there is a panel. */
  function interested() {
    if (panel) return panel;
    let jwt: string | null = null;
    let booted = false;
    const boot = (): ToPanel[] => {
      const first: ToPanel = {
        type: "boot",
        renewal: kept.get("renewal"),
        held: kept.get("held"),
        looks,
        page: pageOf(options),
        jwt,
        said,
        offers: kept.get("offers"),
      };
      // The page moved the frame, which begins anew where it was.
      const show: ToPanel[] = booted && isOpen ? [{ type: "show", view: "messages", text: null }] : [];
      booted = true;
      return [first, ...show];
    };
    const made = openFrame(options.host, options.key, "Chat", boot, hear, () => {
      tell("error", { code: "not_allowed" });
      destroy();
    });
    panel = made;
    // A token is short-lived: it is asked for when it is needed, not when the page was made.
    void (async () => {
      try {
        if (signed) jwt = await fresh(signed);
      } catch (error) {
        tell("error", { code: "identify", message: String(error) });
      }
      room.append(made.frame);
    })();
    return made;
  }

  function open(view: View | null = null, text: string | null = null, quietly = false): void {
    const { frame } = interested();
    say({ type: "show", view, text });
    if (isOpen) return;
    kept.set("open", "1");
    isOpen = true;
    frame.hidden = false;
    shell.preview.hidden = true;
    giveBack = fullScreen(element);
    name();
    if (!quietly) frame.focus();
    tell("open");
  }

  function close(): void {
    if (!isOpen || !panel) return;
    isOpen = false;
    kept.set("open", null);
    giveBack();
    const hadFocus = element.shadowRoot?.activeElement === panel.frame;
    panel.frame.hidden = true;
    say({ type: "hide" });
    name();
    if (hadFocus) launcher.focus();
    tell("close");
  }

  launcher.addEventListener("click", () => (isOpen ? close() : open()));
  // On the way to the launcher, so that the panel is there when it is pressed.
  for (const way of ["pointerenter", "focus"]) launcher.addEventListener(way, () => whenIdle(interested), { once: true });
  const toMessages = () => open("messages");
  shell.previewText.onclick = toMessages;
  shell.dismiss.addEventListener("click", () => {
    shell.preview.hidden = true;
    launcher.focus();
  });
  const openers = (event: MouseEvent) => {
    if (!(event.target as Element).closest?.("[data-onethread-open]")) return;
    event.preventDefault();
    open();
  };
  document.addEventListener("click", openers);
  const stopMakingWay = makeWay(launcher, element);
  const stopWatching = watchPage(() => say({ type: "page", page: pageOf({ ...options, page: {} }) }));
  const forget = () => {
    kept.set("renewal", null);
    kept.set("held", null);
  };
  function destroy(): void {
    giveBack();
    kept.stop();
    stopMakingWay();
    stopWatching();
    document.removeEventListener("click", openers);
    panel?.destroy();
    shell.destroy();
    for (const { reject } of answers.values()) reject(new Error("destroyed"));
  }

  name();
  // Who has talked to us before hears of answers without a click; and so does who is signed in at the shop: they may have
  // written in another browser.
  if (kept.get("renewal") || signed) whenIdle(interested);
  // What could be offered is a file of its own, for shops that offer something; nothing is without remembering what was seen.
  if (served?.offers && (options.consent?.storage ?? true)) {
    import(/* @vite-ignore */ `${options.host}/widget/offers.js?key=${options.key}&language=${looks.locale}`).then(
      ({ run }: { run: (lent: Lent) => void }) => run({ shell, said, say, open, isBusy: () => isOpen || isBusy }),
      () => {},
    );
  }
  // The shop's next page goes on where the last one was, but where it would be the whole screen.
  if (kept.get("open") && !isNarrow()) open("messages", null, true);

  return {
    open: (view, text) => open(view, text),
    close,
    toggle: () => (isOpen ? close() : open()),
    show(): void {
      launcher.hidden = false;
    },
    hide(): void {
      launcher.hidden = true;
    },
    identify: async (user) => {
      if (!("jwt" in user)) return learn(user);
      signed = user;
      if (panel) await ask({ type: "identify", jwt: await fresh(user) });
    },
    update: async (change) => {
      looks = { locale: change.locale ?? looks.locale, scheme: change.scheme ?? looks.scheme };
      name();
      say({ type: "looks", looks });
      if (change.traits) await learn(change);
    },
    send: (text) => ask({ type: "send", text }),
    // Of those who never wrote nothing is kept, so nothing is asked for, either.
    track: async (event, properties = {}) => {
      if (panel || kept.get("renewal")) await ask({ type: "track", name: event, properties });
    },
    page: (page = {}) => say({ type: "page", page: pageOf({ ...options, page }) }),
    /**
     * Signing out: the thread is forgotten here at once, since the page may be about to go, and then at the desk. The next
     * visitor begins anew.
     */
    async shutdown(): Promise<void> {
      const renewal = kept.get("renewal");
      close();
      signed = null;
      said.length = 0;
      forget();
      if (panel || renewal) await ask({ type: "forget", renewal }).catch(() => {});
      forget();
      panel?.destroy();
      panel = null;
      showUnread({ count: 0, label: "", newest: null, busy: false });
    },
    destroy,
  };
}

const fresh = async ({ jwt }: Signed): Promise<string> => (typeof jwt === "function" ? jwt() : jwt);

/** At the latest after two seconds; at once in browsers that do not tell when they are idle. */
const whenIdle = (work: () => unknown): void => void (window.requestIdleCallback ?? setTimeout)(work, { timeout: 2000 });
