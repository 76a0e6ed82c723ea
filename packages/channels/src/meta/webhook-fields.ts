/**
 * The fields an app subscribes to, per channel, in the words of the app's webhook settings. Mind singular and plural: a
 * Page has `message_edits`, Instagram `message_edit`. Those that matter only to some are in docs/connect-meta.md.
 * Sources (read November 2026):
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks
 * https://developers.facebook.com/docs/messenger-platform/webhooks
 * https://developers.facebook.com/docs/instagram-platform/webhooks
 */
export const webhookFields = {
  whatsapp: [
    "messages",
    "calls",
    "user_preferences",
    "message_template_status_update",
    "message_template_quality_update",
    "message_template_components_update",
    "template_category_update",
    "account_update",
    "account_alerts",
    "account_review_update",
    "account_settings_update",
    "business_capability_update",
    "phone_number_quality_update",
    "phone_number_name_update",
    "security",
    "flows",
    "standby",
    "messaging_handovers",
  ],
  messenger: [
    "messages",
    "message_echoes",
    "message_edits",
    "message_deliveries",
    "message_reads",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referrals",
    "messaging_optins",
    "messaging_handovers",
    "standby",
    "messaging_policy_enforcement",
    "messaging_account_linking",
    "messaging_feedback",
    "messenger_template_status_update",
    "response_feedback",
    "send_cart",
    "feed",
  ],
  instagram: [
    "messages",
    "message_edit",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "messaging_optins",
    "messaging_handover",
    "standby",
    "comments",
    "live_comments",
    "mentions",
  ],
} as const;
