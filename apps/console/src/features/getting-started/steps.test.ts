import { describe, expect, it } from "vitest";
import { stepsFor } from "./steps.ts";

const none = { channel: false, message: false, reply: false, invitation: false, businessHours: false, cannedReply: false };
const all = { channel: true, message: true, reply: true, invitation: true, businessHours: true, cannedReply: true };

describe("first steps", () => {
  it("are those that one may take, with what is done", () => {
    const steps = stepsFor({ ...none, channel: true }, () => true);
    expect(steps.map(({ name, done }) => [name, done])).toEqual(Object.keys(none).map((name) => [name, name === "channel"]));
    expect(stepsFor(none, (right) => right === "reply").map(({ name }) => name)).toEqual(["message", "reply", "cannedReply"]);
  });

  it("are gone when one has none left, or none at all", () => {
    expect(stepsFor(all, () => true)).toEqual([]);
    expect(stepsFor({ ...all, channel: false }, (right) => right === "reply")).toEqual([]);
    expect(stepsFor(none, () => false)).toEqual([]);
  });
});
