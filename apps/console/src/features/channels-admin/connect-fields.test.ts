import { describe, expect, it } from "vitest";
import { type ConnectForm, toInput } from "./connect-fields.ts";

const form: ConnectForm = {
  channel: "whatsapp",
  name: " Demo ",
  externalId: " 123 ",
  wabaId: "",
  displayPhoneNumber: "",
  flavour: "page",
  username: "",
  pageId: "",
  accessToken: "",
  ownApp: false,
  appId: "1",
  appSecret: "s",
  verifyToken: "v",
};

describe("toInput", () => {
  it("leaves out what is empty", () => {
    expect(toInput(form)).toEqual({ channel: "whatsapp", externalId: "123", name: "Demo" });
  });
  it("sends an own app's secrets only when asked to", () => {
    expect(toInput({ ...form, accessToken: "t" }).credentials).toEqual({ accessToken: "t" });
    expect(toInput({ ...form, accessToken: "t", ownApp: true }).credentials).toEqual({
      accessToken: "t",
      appId: "1",
      appSecret: "s",
      verifyToken: "v",
    });
  });
  it("gives Instagram its flavour and a user name without @", () => {
    const input = toInput({ ...form, channel: "instagram", flavour: "instagram_login", username: "@shop", pageId: "9" });
    expect(input.settings).toEqual({ flavour: "instagram_login", username: "shop" });
  });
});
