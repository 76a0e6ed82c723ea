export type { View } from "./api/view.ts";
export { type AccountConfig, type ChannelName, configSchema, type SimulatorConfig } from "./config.ts";
export { type RunningSimulator, type StartOptions, startSimulator } from "./start-simulator.ts";
export { type Delivery, type SenderOptions, WebhookSender } from "./webhook-sender.ts";
export {
  makeInstagramMid,
  makeMessengerMid,
  makePersonScopedId,
  makePhone,
  makeUserId,
  makeWamid,
} from "./wire/make-id.ts";
export {
  instagramRead,
  type MessagingAccount,
  messagingBody,
  messagingEcho,
  messagingReferral,
  messagingText,
  messengerDelivery,
  messengerGetStarted,
  messengerRead,
} from "./wire/messaging.ts";
export { type Misdelivery, misdeliver } from "./wire/misdeliver.ts";
export { serialise } from "./wire/serialise.ts";
export { sign } from "./wire/sign.ts";
export {
  type WhatsappAccount,
  type WhatsappPerson,
  type WhatsappStatus,
  whatsappStatuses,
  whatsappText,
} from "./wire/whatsapp.ts";
