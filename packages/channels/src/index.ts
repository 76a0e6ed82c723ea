import type { Channel } from "@onethread/core";
import { adapter as instagram } from "./instagram/index.ts";
import { adapter as messenger } from "./messenger/index.ts";
import type { ChannelAdapter, ChannelRules, MetaChannel } from "./meta/channel-adapter.ts";
import { rules as webchat } from "./webchat/index.ts";
import { adapter as whatsapp } from "./whatsapp/index.ts";

export type {
  ChannelAdapter,
  ChannelLimits,
  ChannelRules,
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
export { renderBody, type VisitorAct, type VisitorFile } from "./webchat/render-body.ts";
export { renderForVisitor, type VisitorItem } from "./webchat/render-for-visitor.ts";

/** How each platform is spoken to. */
export const adapters: Record<MetaChannel, ChannelAdapter> = { whatsapp, messenger, instagram };

/** What each channel takes and allows; messages of web chat are carried by no platform but by the desk itself. */
export const channelRules: Record<Channel, ChannelRules> = { ...adapters, webchat };
