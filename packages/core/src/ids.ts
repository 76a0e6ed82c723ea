/**
 * TypeIDs: what the API shows for a UUID. `cus_` + 26 characters of Crockford base32 over the 128 bits.
 * Source: https://github.com/jetify-com/typeid/blob/main/spec (0.3.0)
 */
export const idPrefixes = {
  workspace: "wsp",
  customer: "cus",
  identity: "idn",
  conversation: "cnv",
  case: "cas",
  message: "msg",
  note: "not",
  event: "evt",
  channelAccount: "cha",
  webhookEvent: "whe",
  attachment: "att",
  agent: "agt",
  queue: "que",
  merge: "mrg",
  label: "lbl",
  invitation: "inv",
  apiKey: "key",
  webhookReplay: "rpl",
  cannedReply: "can",
  macro: "mac",
  macroRun: "mrn",
  savedView: "viw",
  bulkChange: "blk",
  businessHours: "bhr",
  routingRule: "rul",
  routingDecision: "rdc",
  signingKey: "sky",
} as const;

export type IdKind = keyof typeof idPrefixes;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const values = new Map([...alphabet].map((character, index) => [character, BigInt(index)]));

/** `toTypeId("customer", uuid)` -> `cus_…`. Throws when `uuid` is not a UUID: that is a bug, never input. */
export function toTypeId(kind: IdKind, uuid: string): string {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new Error(`not a uuid (for ${kind})`);
  let rest = BigInt(`0x${hex}`);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = alphabet[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return `${idPrefixes[kind]}_${text}`;
}

/** The UUID behind a TypeID, or null when the text is not a TypeID of that kind. Never throws: ids come from strangers. */
export function fromTypeId(kind: IdKind, id: string): string | null {
  const prefix = `${idPrefixes[kind]}_`;
  const text = id.slice(prefix.length);
  if (!id.startsWith(prefix) || !/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)) return null;
  let number = 0n;
  for (const character of text) number = (number << 5n) | (values.get(character) ?? 0n);
  const hex = number.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
