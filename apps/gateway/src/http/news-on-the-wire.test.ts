import { expect, it } from "vitest";
import { onTheWire } from "./news-on-the-wire.ts";

const id = "01a21189-f11a-71b7-9b84-71446b541dd1";

it.each([
  ["message", "msg_"],
  ["note", "not_"],
  ["event", "evt_"],
  ["conversation", "cnv_"],
  ["channel_account", "cha_"],
  ["queue", "que_"],
] as const)("names a %s by the id the API gives it", (kind, prefix) => {
  const wire = onTheWire({ workspaceId: id, kind, ids: [id], conversationId: id });
  expect(wire).toEqual({ kind, ids: [expect.stringMatching(`^${prefix}`)], conversationId: expect.stringMatching("^cnv_") });
});

it("tells about typing without an id", () => {
  expect(onTheWire({ workspaceId: id, kind: "typing", ids: [], conversationId: id })).toMatchObject({ kind: "typing", ids: [] });
});
