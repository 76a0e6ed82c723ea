import type { ChannelAdapter } from "../meta/channel-adapter.ts";
import { check } from "./check-content.ts";
import { handOverLink } from "./hand-over-link.ts";
import { limits, measureText } from "./limits.ts";
import { classifyError, readMediaPlace, readMediaUpload, readSendResponse, readTemplateList } from "./read-response.ts";
import { render, renderMediaRequest } from "./render.ts";
import { renderMarkRead, renderReaction, renderTakeControl, renderTyping } from "./render-actions.ts";
import { renderMediaUpload } from "./render-media.ts";
import { renderTemplateList } from "./render-template.ts";

export { parseBody } from "./parse.ts";

export const adapter: ChannelAdapter = {
  channel: "whatsapp",
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
  mediaBy: "upload",
  renderMediaUpload,
  readMediaUpload,
  renderTemplateList,
  readTemplateList,
  handOverLink,
  renderMediaRequest,
  readMediaPlace,
};
