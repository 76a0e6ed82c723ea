import type { ChannelAdapter } from "../meta/channel-adapter.ts";
import { handOverLink } from "./hand-over-link.ts";
import { limits, measureText } from "./limits.ts";
import { classifyError, readMediaPlace, readSendResponse } from "./read-response.ts";
import { renderMediaRequest, renderText } from "./render.ts";

export { parseBody } from "./parse.ts";

export const adapter: ChannelAdapter = {
  channel: "whatsapp",
  limits,
  measureText,
  renderText,
  readSendResponse,
  classifyError,
  handOverLink,
  renderMediaRequest,
  readMediaPlace,
};
