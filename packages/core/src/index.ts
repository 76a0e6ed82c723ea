export * from "./allowed-origin.ts";
export type { EventName } from "./api/timeline.ts";
export * from "./business-hours.ts";
export * from "./canned-reply.ts";
export * from "./claimed-value.ts";
export * from "./condition-tree.ts";
export { type AttachmentKind, attachmentKinds, type Content, type InboundAttachment, type MessageKind, messageKinds } from "./content.ts";
export * from "./contrast.ts";
export * from "./conversation-condition.ts";
export * from "./default-agent-settings.ts";
export * from "./errors.ts";
export * from "./hand-over-token.ts";
export * from "./identity.ts";
export * from "./ids.ts";
export * from "./inbound.ts";
export * from "./item-rules.ts";
export * from "./macro.ts";
export * from "./match-people.ts";
export * from "./mentions.ts";
export * from "./message-template.ts";
export * from "./notifications.ts";
export * from "./outbound.ts";
export {
  attachmentsOf,
  type Interactive,
  interactive,
  type MediaRef,
  type OutboundContent,
  outboundContent,
  type TemplateComponent,
  type TemplateParameter,
} from "./outbound-content.ts";
export * from "./presence.ts";
export { reconnectWait } from "./reconnect-wait.ts";
export * from "./rights.ts";
export * from "./routing.ts";
export { fold, foldSaid, isWordless, wordsOf } from "./search-fold.ts";
export { excerptOf, findTerms, isNear, type Mark, marksIn, type SearchTerm } from "./search-match.ts";
export * from "./search-query.ts";
export { bitsOfTerm, signatureOf } from "./search-signature.ts";
export * from "./send-reference.ts";
export * from "./sendability.ts";
export { type ShownTemplate, showOutbound } from "./show-outbound.ts";
export { findSilence, type Silence, type Traffic } from "./silence.ts";
export * from "./slug.ts";
