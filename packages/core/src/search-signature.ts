import { isWordless, wordsOf } from "./search-fold.ts";

/**
 * Which words may be in a block of messages: a Bloom filter over how words begin, and over neighbours in scripts without
 * words. A thousand keys set a third of its bits; then one word in a hundred and fifty that is not there seems to be.
 */
const signatureBytes = 1536;
const bits = signatureBytes * 8;
const hashes = 4;
/** A longer beginning says no more; what is found is compared in full. */
const longest = 12;

/** What a text with these words is found by: every beginning of a word. */
function keysOfText(folded: string): Set<string> {
  const keys = new Set<string>();
  for (const word of wordsOf(folded)) {
    const characters = [...word];
    if (isWordless(word)) {
      for (const [index, character] of characters.entries()) {
        keys.add(character);
        if (index > 0) keys.add(`${characters[index - 1]}${character}`);
      }
    } else for (let length = 1; length <= Math.min(longest, characters.length); length++) keys.add(characters.slice(0, length).join(""));
  }
  return keys;
}

/** What a text must have that holds this word or run. */
function keysOfWord(word: string): string[] {
  const characters = [...word];
  if (!isWordless(word)) return [characters.slice(0, longest).join("")];
  return characters.length < 2 ? [word] : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

export function signatureOf(foldedTexts: readonly string[]): Uint8Array {
  const signature = new Uint8Array(signatureBytes);
  for (const folded of foldedTexts)
    for (const key of keysOfText(folded)) for (const bit of bitsOf(key)) signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7));
  return signature;
}

/** The bits that all stand where a text with this folded word or phrase may be. As Postgres' `get_bit` counts them. */
export const bitsOfTerm = (folded: string): number[] => [...new Set(wordsOf(folded).flatMap(keysOfWord).flatMap(bitsOf))];

function bitsOf(key: string): number[] {
  // FNV-1a, and what it becomes with another start: together as good as many independent ones.
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193) >>> 0;
    two = Math.imul(two ^ unit, 0x5bd1e995) >>> 0;
    two = (two ^ (two >>> 15)) >>> 0;
  }
  return Array.from({ length: hashes }, (_, index) => (one + index * ((two | 1) >>> 0)) % bits);
}
