/** How Meta sees an account of a business. */
export type AccountState = {
  token: "valid" | "expired" | "revoked";
  standing: "fine" | "restricted" | "disabled";
  quality: "GREEN" | "YELLOW" | "RED";
  displayName: "APPROVED" | "DECLINED";
  /** false: the app is not subscribed to the account, so it gets no webhooks of it. */
  subscribed: boolean;
  fields: string[];
  /** How many people a day may be written to first. */
  tier: string;
};

export const freshState = (): AccountState => ({
  token: "valid",
  standing: "fine",
  quality: "GREEN",
  displayName: "APPROVED",
  subscribed: true,
  fields: ["messages"],
  tier: "TIER_2K",
});
