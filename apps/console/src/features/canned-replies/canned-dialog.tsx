"use client";
import { type Channel, cannedVariables, fillCannedBody, platformChannels, unknownVariables } from "@onethread/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { type CannedReply, createCannedReply, patchCannedReply } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { controlClass, Input } from "../../ui/input.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { useMay } from "../frame/me.tsx";
import { useSave } from "../settings/use-save.ts";
import { WhoseField } from "../settings/whose-field.tsx";
import { CannedFiles, useFilesOf } from "./canned-files.tsx";
import { useCannedValues } from "./use-canned-values.ts";

type Props = { reply: CannedReply | null /** Those that are there already. */; folders: readonly string[]; onClose: () => void };

export function CannedDialog({ reply, folders, onClose }: Props) {
  const t = useTranslations("canned");
  const ui = useTranslations("ui");
  const channelNames = useTranslations("channels");
  const sample = useCannedValues("Maya Trent");
  const formId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const mayShare = useMay("manage_canned_replies");
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [title, setTitle] = useState(reply?.title ?? "");
  const [body, setBody] = useState(reply?.body ?? "");
  const [folder, setFolder] = useState(reply?.folder ?? "");
  const [channels, setChannels] = useState<Channel[]>(reply?.channels ?? []);
  const files = useFilesOf(reply);
  const [own, setOwn] = useState(reply?.own ?? !mayShare);
  const { busy, save } = useSave(keys.cannedReplies);
  const unknown = unknownVariables(body);

  const insert = (place: string) => {
    const { selectionStart: start, selectionEnd: end } = field.current ?? { selectionStart: body.length, selectionEnd: body.length };
    setBody(`${body.slice(0, start)}${place}${body.slice(end)}`);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start + place.length, start + place.length);
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unknown.length > 0 || files.uploading) return;
    const content = { shortcut: shortcut.trim(), title: title.trim(), folder, body: body.trim(), channels, attachmentIds: files.ids };
    void save(() => (reply ? patchCannedReply(reply.id, content) : createCannedReply({ ...content, own })), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reply ? t("edit", { name: reply.shortcut }) : t("create")}
      testId="canned-dialog"
      footer={
        <Button type="submit" form={formId} variant="primary" busy={busy} disabled={files.uploading}>
          {ui("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <Field label={t("shortcut")} hint={t("shortcutHint")}>
          <Input
            required
            autoFocus
            maxLength={40}
            pattern="[\p{L}\p{N}][\p{L}\p{N}_\-]*"
            title={t("shortcutHint")}
            value={shortcut}
            onChange={(event) => setShortcut(event.target.value)}
            dir="auto"
          />
        </Field>
        <Field label={t("name")}>
          <Input required maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} dir="auto" />
        </Field>
        <Field label={t("folder")} hint={t("folderHint")}>
          <Input maxLength={100} value={folder} onChange={(event) => setFolder(event.target.value)} dir="auto" list={`${formId}-folders`} />
        </Field>
        <datalist id={`${formId}-folders`}>
          {folders.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label={t("body")} hint={t("bodyHint")} error={unknown.length > 0 ? t("unknown", { names: unknown.join(", ") }) : undefined}>
          <textarea
            ref={field}
            required
            maxLength={4096}
            rows={5}
            dir="auto"
            value={body}
            onChange={(event) => setBody(event.target.value)}
            className={cn(controlClass, "field-sizing-content max-h-60 min-h-28 resize-y py-1.5")}
          />
        </Field>
        <fieldset aria-label={t("places")} className="flex flex-wrap gap-1.5">
          {cannedVariables.map((variable) => (
            <Button key={variable} size="small" onClick={() => insert(`{{${variable}}}`)}>
              {t(`variable.${variable.replace(".", "_") as "customer_name"}`)}
            </Button>
          ))}
          <Button size="small" onClick={() => insert(`{{?${t("questionName")}}}`)}>
            {t("question")}
          </Button>
        </fieldset>
        {body.trim() !== "" && (
          <section aria-label={t("preview")}>
            <h3 className="mb-1 font-medium text-ui">{t("preview")}</h3>
            <p dir="auto" className="whitespace-pre-wrap break-words rounded-panel bg-app px-3 py-2" data-testid="canned-preview">
              {fillCannedBody(body, sample)}
            </p>
          </section>
        )}
        <Field label={t("channels")} hint={t("channelsHint")}>
          <MultiSelect
            label={t("channels")}
            placeholder={t("allChannels")}
            values={channels}
            onChange={(chosen) => setChannels(platformChannels.filter((channel) => chosen.includes(channel)))}
            options={platformChannels.map((channel) => ({
              value: channel,
              label: channelNames(channel),
              icon: <ChannelIcon channel={channel} label={false} />,
            }))}
          />
        </Field>
        <CannedFiles place={files.place} list={files.list} />
        {!reply && <WhoseField t={t} own={own} mayShare={mayShare} onChange={setOwn} />}
      </form>
    </Dialog>
  );
}
