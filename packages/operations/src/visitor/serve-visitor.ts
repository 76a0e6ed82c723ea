import { channelRules } from "@onethread/channels";
import { type Actor, fail, fromTypeId, ok, type Result, textOn } from "@onethread/core";
import type { VisitorConfig } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readBusinessHours, readChannelAccounts, readReplyTime, type WidgetRow } from "@onethread/db/read";
import type { Context } from "../context.ts";
import { createHandOverLink } from "../create-hand-over-link.ts";
import { readFileType } from "../media/file-type.ts";
import { type UploadedFile, uploadAttachment } from "../upload-attachment.ts";
import { placeOfVisitor } from "./read-as-visitor.ts";
import { settingsOf, type Visitor } from "./visitor.ts";

const system = ({ workspaceId }: WidgetRow): Actor => ({ kind: "system", workspaceId });

/** Of one workspace: it changes slowly and is asked for by every page. Milliseconds. */
const replyTimeHoldsMs = 5 * 60_000;
const replyTimes = new WeakMap<Context, Map<string, { ms: number | null; until: number }>>();

async function replyTimeOf(context: Context, workspaceId: string): Promise<number | null> {
  const known = replyTimes.get(context) ?? new Map<string, { ms: number | null; until: number }>();
  replyTimes.set(context, known);
  const now = context.now();
  const held = known.get(workspaceId);
  if (held && held.until > now.getTime()) return held.ms;
  const ms = await forWorkspace(context.database, workspaceId, (tx) => readReplyTime(tx, workspaceId, now));
  known.set(workspaceId, { ms, until: now.getTime() + replyTimeHoldsMs });
  return ms;
}

/** What a page needs to show the chat in a language, or in the nearest there is. */
export async function describeWidget(context: Context, widget: WidgetRow, wanted: string | undefined): Promise<VisitorConfig> {
  const settings = settingsOf(widget);
  const now = context.now();
  const [hours, accounts, replyTimeMs] = await Promise.all([
    readBusinessHours(context.database, system(widget), now),
    readChannelAccounts(context.database, system(widget), context.meta.simulated),
    settings.showReplyTime ? replyTimeOf(context, widget.workspaceId) : null,
  ]);
  const languages = [...new Set([settings.defaultLanguage, ...Object.values(settings.texts).flatMap((texts) => Object.keys(texts))])];
  const language = nearest(wanted, languages) ?? settings.defaultLanguage;
  // Each text in the nearest language that it is there in.
  const said = (texts: Record<string, string>): string | null =>
    texts[nearest(wanted, Object.keys(texts)) ?? settings.defaultLanguage] ?? Object.values(texts)[0] ?? null;
  const kept = settings.businessHoursId === null ? hours.find(({ isDefault }) => isDefault) : hours.find(({ id }) => id === settings.businessHoursId);
  const { limits } = channelRules.webchat;
  return {
    name: widget.name,
    language,
    languages,
    color: settings.color,
    textOnColor: textOn(settings.color).color,
    launcherSide: settings.launcherSide,
    texts: {
      greeting: said(settings.texts.greeting),
      introduction: said(settings.texts.introduction),
      away: said(settings.texts.away),
    },
    hours: kept ? { open: kept.open, opensAt: kept.opensAt, closesAt: kept.closesAt, timeZone: kept.timeZone } : null,
    replyTimeMs,
    preChat: settings.preChat.enabled
      ? settings.preChat.fields.map(({ label, options, ...field }) => ({
          ...field,
          label: said(label) ?? field.name,
          options: options.map((option) => ({ value: option.value, label: said(option.label) ?? option.value })),
        }))
      : null,
    proactive: settings.proactive.flatMap(({ name, enabled, text, when, cap }) => {
      const words = said(text);
      return enabled && words ? [{ name, text: words, when, cap }] : [];
    }),
    survey: settings.survey,
    doors: accounts.flatMap(({ id, channel, name, state }) =>
      settings.doors.includes(id) && channel !== "webchat" && state !== "disabled" ? [{ channelAccountId: id, channel, name }] : [],
    ),
    enforced: widget.signingKeys.length > 0,
    limits: { textCharacters: limits.text.max, fileBytes: limits.files.video?.maxBytes ?? 0 },
  };
}

/** What a page needs to make the shop's offers; `key`: of which widget. */
export async function describeOffers(context: Context, widget: WidgetRow, wanted: string | undefined) {
  const { name, language, proactive, hours } = await describeWidget(context, widget, wanted);
  return { key: widget.key, name, language, proactive, hours };
}

/** `offers`: there are some, to be asked for. */
export type Launcher = { key: string; color: string; onColor: string; side: "start" | "end"; offers?: true };

/** What of a widget has to be known before anybody wants to chat. */
export function describeLauncher(widget: WidgetRow): Launcher {
  const { color, launcherSide, proactive } = settingsOf(widget);
  const offers = proactive.some(({ enabled }) => enabled);
  return { key: widget.key, color, onColor: textOn(color).color, side: launcherSide, ...(offers ? { offers } : {}) };
}

/** The language itself, else another form of it: `pt` for `pt-BR`. */
const nearest = (wanted: string | undefined, languages: readonly string[]): string | undefined =>
  languages.find((one) => one.toLowerCase() === wanted?.toLowerCase()) ??
  languages.find((one) => wanted && one.split("-")[0] === wanted.toLowerCase().split("-")[0]);

export type VisitorUpload = { file: string; kind: string; mime: string | null; name: string | null; bytes: number | null };

/** Keeps a visitor's file until their message takes it, a day at most. It is judged by its content, as agents' files are. */
export async function uploadAsVisitor(
  context: Context,
  { widget, claims }: Visitor,
  file: UploadedFile & { bytes: number },
): Promise<Result<VisitorUpload>> {
  const { mime } = await readFileType(file.path, file.mime);
  const family = mime.split("/")[0];
  const kind = family === "image" || family === "video" || family === "audio" ? family : "file";
  const most = channelRules.webchat.limits.files[kind]?.maxBytes ?? 0;
  if (file.bytes > most) return fail("body_too_large", `Such a file has at most ${Math.floor(most / 1024 / 1024)} MB.`);
  const kept = await uploadAttachment(context, system(widget), file);
  if (!kept.ok) return kept;
  const { id, name, bytes } = kept.value;
  return ok({ file: context.visitorTokens.file(claims.sessionId, id), kind, mime: kept.value.mime, name, bytes });
}

/** A link that carries a visitor's thread to another channel of the business: who follows it is the same person, by proof. */
export async function continueElsewhere(
  context: Context,
  visitor: Visitor,
  channelAccountId: string,
): Promise<Result<{ url: string; expiresAt: string }>> {
  const { widget } = visitor;
  const offered = settingsOf(widget).doors.includes(channelAccountId);
  const place = offered ? await placeOfVisitor(context, visitor) : null;
  if (!place) return fail("not_found", offered ? "This visitor has no thread yet." : "The widget does not offer this channel.");
  const link = await createHandOverLink(context, system(widget), place.customerId, fromTypeId("channelAccount", channelAccountId) ?? "");
  return link.ok ? ok({ url: link.value.url, expiresAt: link.value.expiresAt }) : link;
}
