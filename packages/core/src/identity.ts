export const channels = ["whatsapp", "messenger", "instagram", "webchat"] as const;
export type Channel = (typeof channels)[number];
/** Those that are somebody else's: accounts of theirs are connected. */
export const platformChannels = ["whatsapp", "messenger", "instagram"] as const satisfies readonly Channel[];

export const identityKinds = [
  "wa_bsuid",
  "wa_bsuid_parent",
  "wa_phone",
  "igsid",
  "ig_commenter",
  "psid",
  "user_ref",
  "fb_user",
  "external_id",
  "visitor",
  "email",
  "phone",
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** `proven`: a platform or a signature delivered it. `claimed`: somebody typed it; it never links by itself. */
export type Strength = "proven" | "claimed";

/**
 * One address of a person. `scope` says inside what the value means something: a Page id for `psid`, an Instagram
 * account id for `igsid`, the business portfolio (else the WABA) for WhatsApp's business-scoped ids, "" for phones
 * and e-mail addresses.
 */
export type IdentityKey = { kind: IdentityKind; scope: string; value: string };

export const identityKeyText = (key: IdentityKey): string => `${key.kind}|${key.scope}|${key.value}`;

/** A person without a phone is still a person; a phone can be handed on. So the scoped id is the stronger key. */
export function strongestKey(keys: readonly IdentityKey[]): IdentityKey {
  const [first, ...rest] = keys;
  if (!first) throw new Error("a sender has at least one key");
  return rest.reduce((best, key) => (rank(key) < rank(best) ? key : best), first);
}

const rank = (key: IdentityKey): number => identityKinds.indexOf(key.kind);

const whatsappKinds: readonly IdentityKind[] = ["wa_bsuid", "wa_bsuid_parent", "wa_phone"];
const doorKinds: Record<Channel, readonly IdentityKind[]> = {
  whatsapp: whatsappKinds,
  messenger: ["psid", "user_ref"],
  instagram: ["igsid"],
  webchat: ["visitor"],
};

/** The kinds of identity a message on this channel can be addressed to. */
export const addressableKinds = (channel: Channel): readonly IdentityKind[] => doorKinds[channel];

/** Where one addressee has several keys: what is written to one of them is read at all of them. */
const sharedKinds: readonly (readonly IdentityKind[])[] = [whatsappKinds, ["visitor", "external_id"]];

export const sharesAddressee = (kind: IdentityKind): boolean => sharedKinds.some((kinds) => kinds.includes(kind));
