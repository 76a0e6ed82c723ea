import type { ChannelRules } from "../meta/channel-adapter.ts";
import { check } from "./check-content.ts";
import { handOverLink } from "./hand-over-link.ts";
import { limits, measureText } from "./limits.ts";

export { parseBody } from "./parse.ts";

/** The desk itself carries these messages to the visitor, so that nothing is rendered for a platform and no answer read. */
export const rules: ChannelRules = {
  channel: "webchat",
  limits,
  measureText,
  allowed: (state) => limits.allowed[state],
  check,
  handOverLink,
};
