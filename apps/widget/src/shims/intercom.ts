import { type LoadOptions, onethread, type Traits, type View } from "@onethread/widget";
import { missing, plain, start } from "./shim.ts";

/**
 * `window.Intercom` for pages that have it: their calls go on working when the address of their script is the desk's.
 * Names as https://developers.intercom.com/installing-intercom/web/methods has them (November 2026).
 */
type Settings = Record<string, unknown>;
type Page = { Intercom?: { q?: ArrayLike<unknown>[] }; intercomSettings?: Settings };

const page = window as Page;
const looks = ["alignment", "horizontal_padding", "vertical_padding", "z_index"];
const own = [
  ...looks,
  "hide_default_launcher",
  "custom_launcher_selector",
  "language_override",
  "theme_mode",
  "action_color",
  "background_color",
  "hide_notifications",
  "session_duration",
  "api_base",
];
const schemes = { light: "light", dark: "dark", system: "auto" } as const;

let settings: Settings = {};
let turn = 0;

function boot(given: Settings = {}): void {
  turn++;
  settings = { ...page.intercomSettings, ...given };
  start({ ...lookOf(settings), ...languageOf(settings), ...personOf(settings) });
}

function lookOf({
  alignment,
  horizontal_padding: x,
  vertical_padding: y,
  z_index: zIndex,
  hide_default_launcher: hidden,
}: Settings): Partial<LoadOptions> {
  if (hidden) return { launcher: false };
  const offset = { ...(typeof x === "number" ? { x } : {}), ...(typeof y === "number" ? { y } : {}) };
  return {
    launcher: { ...(alignment ? { side: alignment === "left" ? "start" : "end" } : {}), offset, ...(typeof zIndex === "number" ? { zIndex } : {}) },
  };
}

const languageOf = ({ language_override: locale, theme_mode: scheme }: Settings) => ({
  ...(typeof locale === "string" ? { locale } : {}),
  ...(typeof scheme === "string" && scheme in schemes ? { scheme: schemes[scheme as keyof typeof schemes] } : {}),
});

/** Said without proof: what another desk signed is no signature here. */
function personOf(all: Settings): { user?: { email?: string; name?: string; traits: Traits } } {
  const { email, name, ...traits } = plain(all);
  for (const one of own) delete traits[one];
  const user = { ...(email ? { email: String(email) } : {}), ...(name ? { name: String(name) } : {}), traits };
  return email || name || Object.keys(traits).length > 0 ? { user } : {};
}

/** Changed in place where it can be; the look of the launcher needs a new one. */
function update(given: Settings = {}): void {
  const before = settings;
  settings = { ...settings, ...given };
  if ("hide_default_launcher" in given) given.hide_default_launcher ? onethread.hide() : onethread.show();
  if (looks.some((one) => settings[one] !== before[one])) {
    boot(settings);
    return;
  }
  void onethread.update(languageOf(given)).catch(reportError);
  const { user } = personOf(given);
  if (user) void onethread.identify(user).catch(() => missing("what a page says of its visitor", "has to be signed: this chat has a signing key"));
  onethread.page();
}

function shutdown(): void {
  const mine = ++turn;
  // What was booted meanwhile stays.
  void onethread.shutdown().finally(() => mine === turn && onethread.destroy());
}

const spaces: Record<string, View> = { home: "home", messages: "messages" };
type Callback = (detail?: unknown) => void;

const methods: Record<string, (...rest: never[]) => unknown> = {
  boot,
  update,
  shutdown,
  show: () => onethread.open(),
  hide: () => onethread.close(),
  showMessages: () => onethread.open("messages"),
  showNewMessage: (text?: string) => onethread.open("new", text),
  showSpace: (space: string) => (spaces[space] ? onethread.open(spaces[space]) : missing(`Intercom("showSpace", "${space}")`)),
  ready: (callback: Callback) => onethread.on("ready", () => callback()),
  onShow: (callback: Callback) => onethread.on("open", () => callback()),
  onHide: (callback: Callback) => onethread.on("close", () => callback()),
  onUnreadCountChange: (callback: Callback) => onethread.on("unread", ({ count }) => callback(count)),
  trackEvent: (name: string, metadata?: object) => void onethread.track(name, plain(metadata)),
  reattach_activator: () => {},
};

function call(method: string, ...rest: unknown[]): void {
  const known = methods[method];
  if (known) known(...(rest as never[]));
  else missing(`Intercom("${method}")`);
}

document.addEventListener("click", ({ target }) => {
  const selector = settings.custom_launcher_selector;
  if (typeof selector === "string" && target instanceof Element && target.closest(selector)) onethread.open();
});

const waiting = [...(page.Intercom?.q ?? [])].map((one) => Array.from(one) as Parameters<typeof call>);
Object.assign(window, { Intercom: call } satisfies { Intercom: (method: string, ...rest: unknown[]) => void });
// As theirs does: settings that stand there are the boot.
if (page.intercomSettings && !waiting.some(([method]) => method === "boot")) boot();
for (const one of waiting) call(...one);
