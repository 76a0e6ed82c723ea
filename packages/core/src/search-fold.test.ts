import { describe, expect, it } from "vitest";
import { fold, foldSaid, wordsOf } from "./search-fold.ts";

describe("fold", () => {
  it.each([
    ["Zoë Łukasz", "zoe lukasz"],
    ["  Straße, (Größe)! ", "strasse grosse"],
    ["Ægir & Cœur", "aegir coeur"],
    ["ΟΔΟΣ Ёлка", "οδοσ елка"],
    ["الطَّلَبُ إلى القاهرة", "الطلب الي القاهره"],
    ["שָׁלוֹם", "שלום"],
    ["がくせい", "がくせい"],
    ["が".normalize("NFD"), "が"],
    ["한국어", "한국어"],
    ["हिन्दी में", "हिन्दी में"],
    ["ＡＢＣ１２３", "abc123"],
    ["order-20418 🦙 maya@example.org", "order 20418 maya example org"],
    ["", ""],
  ])("%s becomes %s", (given, folded) => expect(fold(given).text).toBe(folded));

  it("keeps emoji only of what is said, in whatever colour and with whatever joins them", () => {
    expect(fold("👍🏽 ok ❤️").text).toBe("ok");
    expect(foldSaid("👍🏽 ok ❤️").text).toBe("👍 ok ❤");
    expect(foldSaid("Coat🦙🦙!").text).toBe("coat🦙🦙");
    expect(wordsOf("coat🦙🦙")).toEqual(["coat", "🦙🦙"]);
    expect(foldSaid("👩‍🚀").text).toBe("👩🚀");
  });

  it("knows where each character comes from", () => {
    const { text, at, end } = fold("  Größe, ok.");
    expect(text).toBe("grosse ok");
    expect(at).toEqual([2, 3, 4, 5, 5, 6, 7, 9, 10]);
    expect(end).toBe(11);
  });
});

describe("wordsOf", () => {
  it("parts words at spaces, and from scripts that have none", () => {
    expect(wordsOf("coat coat xs")).toEqual(["coat", "xs"]);
    expect(wordsOf("买iphone手机 ok")).toEqual(["买", "iphone", "手机", "ok"]);
    expect(wordsOf("")).toEqual([]);
  });
});
