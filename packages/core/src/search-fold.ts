/**
 * A text as searches compare it: without case, accents, points of vowels and punctuation, one space between words.
 * `at[i]` is the place in the given text (as NFC) that the folded character `i` comes from, `end` the place behind the last.
 */
export type Folded = { text: string; at: number[]; end: number };

/** Letters that no normal form takes apart. */
const spelt: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", þ: "th", ς: "σ", ة: "ه", ى: "ي", ـ: "" };
// Kana keep their marks, which make another sound of them; so do Indic scripts, whose vowels are marks.
const loose = /(?![\u3099\u309a])\p{Script=Inherited}|[\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0656-\u065f\u06d6-\u06ed]/gu;
const ofWord = /[\p{L}\p{N}\p{M}]/u;
const ofSaid = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u;
/** Scripts that leave no space between words; Korean, which hangs endings on them; and emoji. */
const wordless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\p{Extended_Pictographic}]/u;

export const isWordless = (character: string): boolean => wordless.test(character);

/** As names are compared. */
export const fold = (given: string): Folded => foldTo(given, ofWord);
/** As messages are compared: emoji are something that is said, in any of their colours. */
export const foldSaid = (given: string): Folded => foldTo(given, ofSaid);

function foldTo(given: string, kept: RegExp): Folded {
  const at: number[] = [];
  let text = "";
  let [place, end] = [0, 0];
  for (const character of given.normalize("NFC")) {
    const folded = character < "\u0080" ? character.toLowerCase() : foldOne(character);
    for (const one of folded) {
      const stays = kept.test(one);
      if (stays || (text !== "" && !text.endsWith(" "))) {
        text += stays ? one : " ";
        for (let unit = 0; unit < (stays ? one.length : 1); unit++) at.push(place);
        if (stays) end = place + character.length;
      }
    }
    place += character.length;
  }
  return text.endsWith(" ") ? { text: text.slice(0, -1), at: at.slice(0, -1), end } : { text, at, end };
}

const foldOne = (character: string): string =>
  [...character.normalize("NFKD").replaceAll(loose, "").normalize("NFC").toLowerCase().replaceAll(loose, "")]
    .map((one) => spelt[one] ?? one)
    .join("");

/** The words of a folded text, and its runs of scripts without words, each once. */
export function wordsOf(folded: string): string[] {
  const found = new Set<string>();
  for (const word of folded.split(" ")) {
    let part = "";
    for (const character of word) {
      if (part !== "" && isWordless(character) !== isWordless(part)) {
        found.add(part);
        part = "";
      }
      part += character;
    }
    if (part !== "") found.add(part);
  }
  return [...found];
}
