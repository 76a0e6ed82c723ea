import { describe, expect, it } from "vitest";
import { gridOf, narrowest, roomOf, widest, withColumn, withWidth } from "./columns.ts";

describe("columns of the table", () => {
  it("are as wide as usual until somebody makes them otherwise", () => {
    expect(gridOf(["message", "waiting"], {}, true)).toBe("1.25rem minmax(9rem, 1.5fr) minmax(10rem, 3fr) 6rem");
    expect(gridOf(["message", "waiting"], { message: 320, customer: 200 }, false)).toBe("12.5rem 20rem 6rem");
  });

  it("need room for each, between them and beside them", () => {
    expect(roomOf(["waiting"], {}, false)).toBe(2 + 9 + 0.75 + 6);
    expect(roomOf(["waiting"], { waiting: 320 }, true)).toBe(2 + 1.25 + 0.75 + 9 + 0.75 + 20);
  });

  it("stand in their order, whichever was chosen last", () => {
    expect(withColumn(["activity"], "message", true)).toEqual(["message", "activity"]);
    expect(withColumn(["message", "activity"], "message", false)).toEqual(["activity"]);
  });

  it("are neither narrower nor wider than can be used, and go back to what is usual", () => {
    expect(withWidth({}, "labels", 3)).toEqual({ labels: narrowest });
    expect(withWidth({ queue: 90 }, "labels", 5000.4)).toEqual({ queue: 90, labels: widest });
    expect(withWidth({ queue: 90, labels: 100 }, "labels", null)).toEqual({ queue: 90 });
  });
});
