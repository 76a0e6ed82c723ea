import type { Notice } from "@onethread/core/api";
import { expect, it } from "vitest";
import { takeUnseen } from "./seen-notices.ts";

const notice = (id: string, conversationId: string): Notice => ({
  id,
  event: "own_message",
  conversationId,
  customerName: null,
  by: null,
  preview: id,
  kind: "text",
  at: "2026-11-01T12:00:00.000Z",
});

it("tells everything once, and of one conversation the latest", () => {
  const [a, b, c] = [notice("a", "cnv_1"), notice("b", "cnv_1"), notice("c", "cnv_2")];
  expect(takeUnseen([a, b, c])).toEqual([b, c]);
  expect(takeUnseen([a, b, c])).toEqual([]);
  expect(takeUnseen([b, notice("d", "cnv_1")]).map(({ id }) => id)).toEqual(["d"]);
});
