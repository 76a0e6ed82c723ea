import { describe, expect, it } from "vitest";
import { progressBook } from "./progress.ts";

const never = () => new Promise<never>(() => {});
const open = () => progressBook({ silence: 3, wait: 6 });

function ticks(book: ReturnType<typeof open>, count: number): string | null {
  let stuck: string | null = null;
  for (let i = 0; i < count; i++) stuck = book.tick();
  return stuck;
}

describe("progressBook", () => {
  it("finds work that never returns, and not before", () => {
    const book = open();
    void book.run("media.fetch", never);
    expect(ticks(book, 2)).toBeNull();
    expect(ticks(book, 1)).toBe("media.fetch");
  });

  it("forgets work that is done, whichever way", async () => {
    const book = open();
    await book.run("a", async () => {});
    await expect(book.run("b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect([ticks(book, 10), book.running()]).toEqual([null, []]);
  });

  it("takes each thing that ends for progress, an error too", async () => {
    const book = open();
    let fail = (_: Error) => {};
    void book.run("drain", () => {
      const statement = new Promise((_, reject) => {
        fail = reject;
      });
      book.wait(statement);
      return statement.catch(never);
    });
    // It waits for a statement that ends by itself: longer is fine.
    expect(ticks(book, 5)).toBeNull();
    fail(new Error("lock timeout"));
    await Promise.resolve();
    expect(ticks(book, 2)).toBeNull();
    expect(ticks(book, 1)).toBe("drain");
  });

  it("does not wait for ever for what should have ended", () => {
    const book = open();
    void book.run("drain", async () => {
      book.wait(never());
      await never();
    });
    expect(ticks(book, 6)).toBe("drain");
  });

  it("is not misled by others that go well", async () => {
    const book = open();
    void book.run("stuck", never);
    for (let i = 0; i < 3; i++) {
      await book.run("fine", async () => {
        const statement = Promise.resolve();
        book.wait(statement);
        await statement;
      });
      if (i < 2) expect(book.tick()).toBeNull();
    }
    expect(book.tick()).toBe("stuck");
  });

  it("puts what begins outside of any run on nobody's account", () => {
    const book = open();
    book.wait(never());
    expect(ticks(book, 10)).toBeNull();
  });
});
