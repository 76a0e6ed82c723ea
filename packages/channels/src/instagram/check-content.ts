import type { ContentProblem, OutboundContent } from "@onethread/core";
import { type Files, problem } from "../meta/check-parts.ts";
import { checkMessage } from "../meta/messaging/check-content.ts";
import { limits } from "./limits.ts";

/** Everything Instagram would refuse about a content. */
export const check = (content: OutboundContent, files?: Files): ContentProblem[] =>
  content.kind === "template" ? problem("/kind", "Instagram has no templates.") : checkMessage(content, files, { name: "Instagram", limits });
