import { element } from "./element.ts";
import { keepShown } from "./keep-shown.ts";
import { MetaPanel } from "./meta-panel.ts";
import { Phone, type PhoneActions } from "./phone.ts";
import { type Account, addPerson, doAct, fetchView, followLink, markRead, type OpenedLink, sendText, uploadFile, type View } from "./server.ts";

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const picker = byId<HTMLSelectElement>("person");
const notice = byId("notice");
const dialog = byId<HTMLDialogElement>("person-dialog");
const nameInput = byId<HTMLInputElement>("person-name");
const remembered = "simulator-person";

let personId = new URLSearchParams(location.search).get("person") ?? localStorage.getItem(remembered) ?? "";
let active: Phone | null = null;
/** Somebody is being added, who gets the phones: what comes in for the one before is too late. */
let adding = false;

const say = (text: string): void => {
  notice.textContent = text;
};
/** Runs something that talks to the simulator; what goes wrong is said on the page. */
const run = (work: () => Promise<unknown>): void => {
  work().catch((error: unknown) => say(error instanceof Error ? error.message : "The simulator does not answer."));
};

const actions: PhoneActions = {
  send: (accountId, text, extra) => run(() => sent(sendText({ personId, accountId }, text, extra))),
  act: (accountId, act, extra) => run(() => sent(doAct({ personId, accountId }, act, extra))),
  file: (accountId, file) =>
    run(async () => {
      const { mediaId, kind } = await uploadFile(file);
      const { channel } = phones.find((phone) => phone.accountId === accountId) ?? { channel: "whatsapp" };
      await sent(doAct({ personId, accountId }, { type: "media", kind: sendableKind(channel, kind), mediaId }));
    }),
  say,
  follow: (url) =>
    run(async () => {
      const opened = await followLink(personId, url).catch(() => null);
      if (opened === null) return void window.open(url, "_blank", "noopener,noreferrer");
      await refresh();
      openOn(opened);
    }),
  touch: (phone) => {
    if (active === phone && phone.unread === 0) return;
    active = phone;
    panel.choose(phone.accountId);
    for (const other of phones) other.setActive(other === phone);
    run(refresh);
  },
};

/** Shows what was sent, and says so when the business's server did not take it. */
async function sent(sending: Promise<{ delivered: boolean }>): Promise<void> {
  const { delivered } = await sending;
  say(delivered ? "" : "The business's server did not take it yet, or nobody is subscribed. See “What Meta does”.");
  await refresh();
}

/** Instagram has no documents and no stickers of ours. */
const sendableKind = (channel: Account["channel"], kind: "image" | "video" | "audio" | "document" | "sticker") =>
  kind === "sticker" && channel !== "whatsapp" ? "image" : kind;

const phones = (["whatsapp", "instagram", "messenger"] as const).map((channel) => new Phone(channel, actions));

function openOn(opened: OpenedLink): void {
  const phone = phones.find((one) => one.channel === opened.channel);
  phone?.open(opened.accountId, opened.prefilledText);
}

const panel = new MetaPanel(byId("panel"), { changed: () => run(() => refresh()) });

const refresh = keepShown<View>({
  whose: () => personId,
  fetch: fetchView,
  show: (view) => (adding ? undefined : show(view)),
  after: readWhatIsLookedAt,
});

/** The chat in hand is read, the others only arrive. True when something was. */
async function readWhatIsLookedAt(): Promise<boolean> {
  if (active === null || active.unread === 0 || document.visibilityState !== "visible") return false;
  await markRead(personId, active.accountId);
  return true;
}

function show(view: View): void {
  if (!view.people.some((person) => person.id === personId)) personId = view.people[0]?.id ?? "";
  const shown = view.people.map((person) => `${person.id} ${person.name}`).join("\n");
  if (picker.dataset.shown !== shown) {
    picker.replaceChildren(...view.people.map(({ id, name }) => element("option", { value: id }, name)));
    picker.dataset.shown = shown;
  }
  picker.value = personId;
  picker.disabled = view.people.length === 0;
  if (view.people.length === 0) say("There is nobody yet. Add a person to begin.");
  for (const phone of phones) phone.show(view, personId);
  panel.show(view, personId);
}

/** The phones change hands: nobody writes on them until the next one's chats are there. */
function handOver(): void {
  active = null;
  for (const phone of phones) {
    phone.setActive(false);
    phone.wait();
  }
}

function choose(id: string): void {
  personId = id;
  localStorage.setItem(remembered, id);
  handOver();
  say("");
  run(refresh);
}

picker.addEventListener("change", () => choose(picker.value));
byId("new-person").addEventListener("click", () => {
  nameInput.value = "";
  dialog.showModal();
});
byId("person-cancel").addEventListener("click", () => dialog.close());
byId("person-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const name = nameInput.value.trim();
  if (name === "") return;
  dialog.close();
  handOver();
  adding = true;
  run(async () => {
    try {
      const added = await addPerson(name);
      adding = false;
      choose(added.id);
    } catch (error) {
      // Whoever had the phones has them again.
      adding = false;
      run(refresh);
      throw error;
    }
  });
});
document.addEventListener("visibilitychange", () => run(refresh));
byId("phones").append(...phones.map((phone) => phone.root));

const toggle = byId<HTMLButtonElement>("panel-toggle");
const showPanel = (open: boolean): void => {
  byId("panel").hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
  if (open) run(refresh);
};
toggle.addEventListener("click", () => showPanel(byId("panel").hidden === true));
showPanel(matchMedia("(min-width: 1360px)").matches);

const events = new EventSource("/simulator/api/events");
events.addEventListener("open", () => run(refresh));
events.addEventListener("changed", (event: MessageEvent<string>) => {
  if (event.data === "" || event.data === personId || personId === "") run(refresh);
});
