"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import type { CannedReply } from "../../api/canned-replies.ts";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { type TrayFile, tray, useTray } from "../composer/tray.ts";
import { TrayList } from "../composer/tray-list.tsx";

/** As many as the API takes. */
const most = 10;

/** The files of a canned reply while it is edited: those it has, and those that are added. */
export function useFilesOf(reply: CannedReply | null) {
  const place = useId();
  const had = useRef(reply?.attachments ?? []);
  useEffect(() => {
    tray.bring(place, had.current);
    return () => tray.empty(place);
  }, [place]);
  const list = useTray(place);
  return {
    place,
    list,
    uploading: list.some(({ attachment, error }) => attachment === null && error === null),
    ids: list.flatMap(({ attachment }) => attachment?.id ?? []),
  };
}

export function CannedFiles({ place, list }: { place: string; list: readonly TrayFile[] }) {
  const t = useTranslations("canned");
  const input = useRef<HTMLInputElement>(null);
  return (
    <section aria-label={t("files")}>
      <h3 className="font-medium text-ui">{t("files")}</h3>
      <p className="mb-2 text-muted text-sm">{t("filesHint")}</p>
      <div className="-mx-3">
        <TrayList place={place} files={list} />
      </div>
      <Button size="small" disabled={list.length >= most} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden className="size-3.5" />
        {t("addFiles")}
      </Button>
      <FileInput ref={input} multiple data-testid="canned-file-input" onFiles={(files) => tray.add(place, files.slice(0, most - list.length))} />
    </section>
  );
}
