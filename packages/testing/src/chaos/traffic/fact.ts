/** A connected account that customers write to. */
export type TrafficAccount = {
  workspaceId: string;
  /** Stands in every text of this workspace and must never be seen in another. */
  canary: string;
  channel: "whatsapp" | "messenger" | "instagram";
  id: string;
  externalId: string;
  /** WhatsApp: whose number it is. */
  wabaId: string;
};

type On = { account: TrafficAccount; person: number; id: string; at: number };

/** A message, of the person or of the business. */
export type Said = On & { kind: "text" | "echo"; text: string };

/** One thing that happened at the platform. Whatever is said twice of one `id` is the same fact. */
export type Fact =
  | Said
  | (On & { kind: "comment"; text: string })
  | (On & { kind: "edit"; text: string; number: number })
  | (On & { kind: "deletion" })
  | (On & { kind: "reaction"; emoji: string | null })
  | (On & { kind: "status"; status: "sent" | "delivered" | "read" | "failed" })
  /** Messenger: everything until `at`; Instagram: the message `id` and what is before. */
  | (On & { kind: "read" | "delivered" });

/** The person behind a Messenger or Instagram address. */
export const personOf = (address: string): number => Number(address.slice(-9)) - 100_000_000;

/** How a platform names the person. */
export const addressOf = ({ channel, externalId }: TrafficAccount, person: number): string =>
  channel === "whatsapp"
    ? `4477${String(10_000_000 + person)}`
    : `${channel === "messenger" ? 7 : 9}${externalId.slice(-5)}${String(100_000_000 + person)}`;
