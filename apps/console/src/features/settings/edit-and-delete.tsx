"use client";
import { Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useSave } from "./use-save.ts";

type Props = {
  /** What it is called in the sentences of `t`. */
  name: string;
  t: (key: "edit" | "delete" | "deleteTitle" | "deleteAction", values: { name: string }) => string;
  /** What becomes of it and of what hangs on it. */
  text: ReactNode;
  staleKey: readonly unknown[];
  onEdit: () => void;
  remove: () => Promise<unknown>;
  /** Asked instead of whether to delete it, where it cannot be. */
  instead?: ((open: boolean, onOpenChange: (open: boolean) => void) => ReactNode) | undefined;
};

/** The end of a row in a list of the settings: changing what it stands for, and deleting it after a question. */
export function EditAndDelete({ name, t, text, staleKey, onEdit, remove, instead }: Props) {
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(staleKey);
  const question = (
    <ConfirmDialog
      open={deleting}
      onOpenChange={setDeleting}
      title={t("deleteTitle", { name })}
      action={t("deleteAction", { name })}
      busy={busy}
      onConfirm={() => void save(remove, () => setDeleting(false))}
    >
      {text}
    </ConfirmDialog>
  );
  return (
    <>
      <IconButton data-edit label={t("edit", { name })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t("delete", { name })} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      {instead ? instead(deleting, setDeleting) : question}
    </>
  );
}
