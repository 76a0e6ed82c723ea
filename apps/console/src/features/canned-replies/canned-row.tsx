"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CannedReply, deleteCannedReply } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useSave } from "../settings/use-save.ts";

type Props = { reply: CannedReply; mayChange: boolean; onEdit: () => void };

export function CannedRow({ reply, mayChange, onEdit }: Props) {
  const t = useTranslations("canned");
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.cannedReplies);
  return (
    <li className="flex items-center gap-2 px-4 py-2" data-testid="canned-reply">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0 font-medium">/{reply.shortcut}</span>
          <span dir="auto" className="min-w-0 truncate">
            {reply.title}
          </span>
        </p>
        <p dir="auto" className="truncate text-muted text-sm">
          {reply.body}
        </p>
      </div>
      <span className="tabular shrink-0 text-muted text-sm">{t("uses", { count: reply.uses })}</span>
      {mayChange && (
        <>
          <IconButton label={t("edit", { name: reply.shortcut })} onClick={onEdit}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
          <IconButton label={t("delete", { name: reply.shortcut })} onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
          <ConfirmDialog
            open={deleting}
            onOpenChange={setDeleting}
            title={t("deleteTitle", { name: reply.shortcut })}
            action={t("deleteAction")}
            busy={busy}
            onConfirm={() =>
              void save(
                () => deleteCannedReply(reply.id),
                () => setDeleting(false),
              )
            }
          >
            {t(reply.own ? "deleteOwnText" : "deleteText")}
          </ConfirmDialog>
        </>
      )}
    </li>
  );
}
