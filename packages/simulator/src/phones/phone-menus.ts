import { element } from "./element.ts";
import { relationItems, type SendItem, sendItems } from "./send-items.ts";
import type { Account, Act, Choice, Extra, Message, Thread } from "./server.ts";
import { type Field, fieldForm, menuItem, type Sheet } from "./sheet.ts";

export type Menus = {
  channel: Account["channel"];
  sheet: Sheet;
  act(act: Act, extra?: Extra): void;
  /** Sends a file of this computer. */
  file(file: File): void;
  reply(message: Message): void;
  openLink(url: string): void;
  say(text: string): void;
};

/** What can be sent beside a text, and what else can be done. */
export function openSendMenu(menus: Menus, thread: Thread | undefined): void {
  const { channel, sheet, act } = menus;
  const offered = sendItems.filter((item) => !item.only || item.only.includes(channel));
  const groups = (["Send", "Shop and ads", "Around the chat"] as const).flatMap((group) => {
    const items = offered.filter((item) => item.group === group).map((item) => menuItem(item.icon, item.label, () => chooseItem(menus, item)));
    if (group === "Send") items.unshift(menuItem("📁", "File from this computer", () => chooseFile(menus)));
    return items.length === 0 ? [] : [element("h4", {}, group), element("div", { class: "menu" }, ...items)];
  });
  const state = { calling: thread?.call !== undefined, blocked: thread?.blocked === true, noMarketing: thread?.noMarketing === true };
  const relations = relationItems(channel, state).map(({ icon, label, act: one }) =>
    menuItem(icon, label, () => {
      sheet.close();
      act(one);
    }),
  );
  sheet.open("Send or do", ...groups, element("h4", {}, "You and the business"), element("div", { class: "menu" }, ...relations));
}

function chooseItem({ sheet, act }: Menus, item: SendItem): void {
  const send = (values: Record<string, string>): void => {
    sheet.close();
    act(item.make(values));
  };
  if (!item.fields) send({});
  else sheet.open(item.label, fieldForm(item.fields, "Send", send));
}

function chooseFile({ sheet, file }: Menus): void {
  const input = element("input", { type: "file" });
  input.addEventListener("change", () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    sheet.close();
    file(chosen);
  });
  input.click();
}

const emojis = ["❤️", "😆", "😮", "😢", "😠", "👍", "🙏"];

/** What can be done with a message. */
export function openMessageMenu(menus: Menus, message: Message): void {
  const { sheet, act, reply, channel } = menus;
  const then = (work: () => void) => (): void => {
    sheet.close();
    work();
  };
  const own = message.by === "person";
  const reactions = emojis.map((emoji) => {
    const chosen = message.reactions?.person === emoji;
    const button = element(
      "button",
      { type: "button", class: "emoji", "aria-pressed": String(chosen), "aria-label": chosen ? `Take back ${emoji}` : `React with ${emoji}` },
      emoji,
    );
    button.addEventListener(
      "click",
      then(() => act({ type: "react", messageId: message.id, emoji: chosen ? null : emoji })),
    );
    return button;
  });
  const items = [
    menuItem(
      "↩️",
      "Reply",
      then(() => reply(message)),
    ),
  ];
  if (channel === "whatsapp" && message.text) {
    items.push(
      menuItem(
        "↪️",
        "Forward to the business",
        then(() => act({ type: "text", text: message.text }, { forwarded: "once" })),
      ),
    );
  }
  if (!own && message.shown?.media?.kind === "voice" && channel === "whatsapp") {
    items.push(
      menuItem(
        "▶️",
        "Play it",
        then(() => act({ type: "play", messageId: message.id })),
      ),
    );
  }
  if (own && message.text) items.push(menuItem("✏️", "Edit", () => editForm(menus, message)));
  if (own)
    items.push(
      menuItem(
        "🗑️",
        channel === "whatsapp" ? "Delete for everyone" : "Unsend",
        then(() => act({ type: "delete", messageId: message.id })),
      ),
    );
  sheet.open("Message", element("div", { class: "emojis" }, ...reactions), element("div", { class: "menu one" }, ...items));
}

function editForm({ sheet, act }: Menus, message: Message): void {
  const fields = [{ name: "text", label: "New text", value: message.text, long: true }];
  const form = fieldForm(fields, "Save", ({ text = "" }) => {
    sheet.close();
    act({ type: "edit", messageId: message.id, text });
  });
  sheet.open("Edit", form);
}

/** Forms open here; what a form of the business asks is not known to us, so it is the usual survey. */
const formFields: Record<"flow" | "address", readonly Field[]> = {
  flow: [
    { name: "name", label: "Name", value: "Maya Trent" },
    { name: "rating", label: "How was it? (1 to 5)", value: "5", type: "number" },
    { name: "comment", label: "Anything else?", value: "All fine, thank you", long: true, optional: true },
  ],
  address: [
    { name: "name", label: "Name", value: "Maya Trent" },
    { name: "address", label: "Street and number", value: "18 Camden High Street" },
    { name: "city", label: "City", value: "London" },
    { name: "in_pin_code", label: "Postcode", value: "560001" },
  ],
};

/** Something of a message was tapped. */
export function tapChoice(menus: Menus, message: Message, choice: Choice): void {
  const { sheet, act, openLink, say } = menus;
  const answer = (key: string, values?: Record<string, string>): void => {
    sheet.close();
    act({ type: "tap", messageId: message.id, key, ...(values ? { values } : {}) });
  };
  if (choice.does === "link") {
    openLink(choice.value);
  } else if (choice.does === "copy") {
    void navigator.clipboard?.writeText(choice.value).catch(() => undefined);
    say(`Copied: ${choice.value}`);
  } else if (choice.does === "flow" || choice.does === "address") {
    const form = fieldForm(formFields[choice.does], "Send", (values) => answer(choice.key, values));
    sheet.open(choice.title, form);
  } else if (choice.key !== "") {
    answer(choice.key);
  } else {
    sheet.open(choice.title, ...sections(message, answer));
  }
}

function sections(message: Message, answer: (key: string) => void): Node[] {
  const nodes: Node[] = [];
  let last: string | undefined;
  for (const one of message.shown?.choices ?? []) {
    if (one.section && one.section !== last) nodes.push(element("h4", {}, one.section));
    last = one.section;
    const row = element("button", { type: "button", class: "list-row" }, element("span", {}, one.title));
    if (one.description && one.does === "list") row.append(element("small", {}, one.description));
    row.addEventListener("click", () => answer(one.key));
    nodes.push(row);
  }
  return nodes;
}
