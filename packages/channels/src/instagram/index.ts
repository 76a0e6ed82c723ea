import type { ChannelAdapter } from "../meta/channel-adapter.ts";
import { check } from "./check-content.ts";
import { handOverLink } from "./hand-over-link.ts";
import { limits, measureText } from "./limits.ts";
import { classifyError, readMediaUpload, readProfile, readSendResponse, readTemplateList } from "./read-response.ts";
import { render, renderProfileRequest } from "./render.ts";
import { renderMarkRead, renderReaction, renderTakeControl, renderTyping } from "./render-actions.ts";

export { parseBody } from "./parse.ts";

export const adapter: ChannelAdapter = {
  channel: "instagram",
  limits,
  measureText,
  allowed: (state) => limits.allowed[state],
  check,
  render,
  readSendResponse,
  classifyError,
  renderReaction,
  renderMarkRead,
  renderTyping,
  renderTakeControl,
  // Files go by an address of ours that Instagram fetches.
  mediaBy: "url",
  renderMediaUpload: () => null,
  readMediaUpload,
  renderTemplateList: () => null,
  readTemplateList,
  handOverLink,
  renderProfileRequest,
  readProfile,
};
