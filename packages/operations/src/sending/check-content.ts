import { channelRules } from "@onethread/channels";
import {
  type ContentProblem,
  checkTemplate,
  describeTemplate,
  type OutboundContent,
  type SentFile,
  type ShownTemplate,
  toTypeId,
} from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import type { DoorRow } from "@onethread/db/read";
import { findTemplate, type UploadedRow } from "@onethread/db/write";
import { refuse } from "../context.ts";
import { doorState } from "./doors.ts";

/**
 * Refuses what the platform would refuse, before anything is sent and with the fields at fault. Answers what a template
 * says once its places are filled; null for everything else.
 */
export async function checkContent(
  tx: Tx,
  workspaceId: string,
  door: DoorRow,
  content: OutboundContent,
  { uploads, now, toGroup }: { uploads: readonly UploadedRow[]; now: Date; toGroup: boolean },
): Promise<ShownTemplate | null> {
  const adapter = channelRules[door.channel];
  if (content.kind === "text" && content.text.trim() === "")
    refuse("invalid_request", "The text is empty.", { errors: [{ pointer: "/content/text", detail: "is empty" }] });
  if (content.kind === "text") {
    const { max, unit } = adapter.limits.text;
    const size = adapter.measureText(content.text);
    if (size > max)
      refuse("text_too_long", `The text has ${size} ${unit}, ${max} are allowed here.`, {
        errors: [{ pointer: "/content/text", detail: `has ${size} of ${max} ${unit}` }],
      });
  }
  refuseProblems(adapter.check(content, filesOf(uploads), toGroup ? "group" : door.kind));
  if (content.kind !== "template") return null;
  const template = await findTemplate(tx, {
    workspaceId,
    channel: door.channel,
    scope: door.templateScope,
    name: content.name,
    language: content.language,
  });
  if (!template || template.deletedAt)
    return refuse("template_unknown", `There is no template "${content.name}" in ${content.language} here. Synchronise the templates first.`);
  refuseProblems(checkTemplate(template, content.components));
  const { reason } = doorState(door, now).marketing ?? {};
  if (reason && template.category === "marketing")
    refuse(
      "opted_out",
      reason === "marketing_capped"
        ? "The platform lets no more marketing through to this customer for now."
        : "The customer does not want marketing here.",
    );
  return describeTemplate(template.components, content.components);
}

function refuseProblems(problems: readonly ContentProblem[]): void {
  const [first] = problems;
  if (!first) return;
  refuse("invalid_request", first.detail, { errors: problems.map(({ pointer, detail }) => ({ pointer: `/content${pointer}`, detail })) });
}

const filesOf = (uploads: readonly UploadedRow[]): ReadonlyMap<string, SentFile> =>
  new Map(uploads.map(({ id, name, mime, bytes, voice }) => [toTypeId("attachment", id), { ref: { id: "" }, name, mime, bytes, voice }]));
