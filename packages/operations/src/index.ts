export type { CallPlatform, Context, Log, MetaSettings } from "./context.ts";
export { drainWebhooks } from "./drain-webhooks.ts";
export { answerWebhookHandshake, type ReceivedWebhook, webhookReceiver } from "./receive-webhook.ts";
