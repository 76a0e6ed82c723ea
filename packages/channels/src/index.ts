import { adapter as instagram } from "./instagram/index.ts";
import { adapter as messenger } from "./messenger/index.ts";
import type { ChannelAdapter, MetaChannel } from "./meta/channel-adapter.ts";
import { adapter as whatsapp } from "./whatsapp/index.ts";

export type {
  ChannelAdapter,
  ChannelLimits,
  FileKind,
  FileToUpload,
  LinkAddress,
  MediaPlace,
  MediaUpload,
  MetaChannel,
  PacingRule,
  Profile,
  TemplateList,
  ThreadAction,
} from "./meta/channel-adapter.ts";
export { graphVersion } from "./meta/graph-version.ts";
export { answerHandshake, type HandshakeAnswer, type RefusedHandshake } from "./meta/handshake.ts";
export { parseJson } from "./meta/parse-json.ts";
export { explainSignature, type RefusedSignature, verifySignature } from "./meta/signature.ts";
export { webhookFields } from "./meta/webhook-fields.ts";
export { type ParsedWebhook, parseWebhook } from "./parse-webhook.ts";

/** How each channel is spoken to. */
export const adapters: Record<MetaChannel, ChannelAdapter> = { whatsapp, messenger, instagram };
