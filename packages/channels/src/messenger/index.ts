import type { ChannelAdapter } from "../meta/channel-adapter.ts";
import { handOverLink } from "./hand-over-link.ts";
import { limits, measureText } from "./limits.ts";
import { classifyError, readProfile, readSendResponse } from "./read-response.ts";
import { renderProfileRequest, renderText } from "./render.ts";

export { parseBody } from "./parse.ts";

export const adapter: ChannelAdapter = {
  channel: "messenger",
  limits,
  measureText,
  renderText,
  readSendResponse,
  classifyError,
  handOverLink,
  renderProfileRequest,
  readProfile,
};
