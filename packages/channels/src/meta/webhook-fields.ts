/**
 * The fields an app subscribes to, per channel, in the words of the app's webhook settings. Mind singular and plural: a
 * Page has `message_edits`, Instagram `message_edit`. Those that matter only to some are in docs/connect-meta.md.
 * Sources (read November 2026):
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks
 * https://developers.facebook.com/docs/messenger-platform/webhooks
 * https://developers.facebook.com/docs/instagram-platform/webhooks
 */
export const webhookFields = {
  whatsapp: ["messages"],
  messenger: [
    "messages",
    "message_echoes",
    "message_edits",
    "message_deliveries",
    "message_reads",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referrals",
    "messaging_handovers",
    "standby",
    "feed",
  ],
  instagram: [
    "messages",
    "message_edit",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "messaging_handover",
    "standby",
    "comments",
  ],
} as const;
