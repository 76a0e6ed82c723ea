import type { platformChannels } from "@onethread/core";
import type { ChannelAccountInput } from "../../api/channel-accounts.ts";

type Connectable = (typeof platformChannels)[number];

export type ConnectForm = {
  channel: Connectable;
  name: string;
  externalId: string;
  wabaId: string;
  displayPhoneNumber: string;
  flavour: "page" | "instagram_login";
  username: string;
  pageId: string;
  accessToken: string;
  ownApp: boolean;
  appId: string;
  appSecret: string;
  verifyToken: string;
};

/** The form as the API takes it: what is empty is left out, so that the server fills it from Meta. */
export function toInput(form: ConnectForm): ChannelAccountInput {
  const filled = (fields: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])));
  const settings: NonNullable<ChannelAccountInput["settings"]> = {
    whatsapp: filled({ wabaId: form.wabaId, displayPhoneNumber: form.displayPhoneNumber }),
    messenger: {},
    instagram: {
      flavour: form.flavour,
      ...filled({ username: form.username.replace(/^@/, ""), pageId: form.flavour === "page" ? form.pageId : "" }),
    },
  }[form.channel];
  const own = form.ownApp ? filled({ appId: form.appId, appSecret: form.appSecret, verifyToken: form.verifyToken }) : {};
  return {
    channel: form.channel,
    externalId: form.externalId.trim(),
    name: form.name.trim(),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    ...(form.accessToken.trim() ? { credentials: { accessToken: form.accessToken.trim(), ...own } } : {}),
  };
}

/** A verify token nobody can guess, in characters that survive copying. */
export const newVerifyToken = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
