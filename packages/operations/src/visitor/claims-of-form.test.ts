import { widgetSettings } from "@onethread/core/api";
import { expect, it } from "vitest";
import { claimsOfForm } from "./claims-of-form.ts";

const settings = widgetSettings.parse({
  preChat: {
    enabled: true,
    fields: [
      { name: "reach_me", kind: "phone", label: {} },
      { name: "topic", kind: "text", label: {} },
    ],
  },
});

it("reads addresses from what was asked for as such, and from what pages call so", () => {
  const fields = { reach_me: "+49 170 1234567", topic: "me@example.com", email: "Me@Example.com", phone: true };
  expect(claimsOfForm(settings, { name: "prechat", fields })).toEqual([
    { kind: "phone", value: "+491701234567" },
    { kind: "email", value: "me@example.com" },
  ]);
  expect(claimsOfForm(settings, { name: "traits", fields })).toEqual([{ kind: "email", value: "me@example.com" }]);
  expect(claimsOfForm(settings, { name: "prechat", fields: { email: "none" } })).toEqual([]);
});
