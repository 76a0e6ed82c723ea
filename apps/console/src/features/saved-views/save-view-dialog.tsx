"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keys } from "../../api/keys.ts";
import { createSavedView, patchSavedView, type SavedView } from "../../api/saved-views.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useMay } from "../frame/me.tsx";
import { showPlace } from "../inbox/use-place.ts";
import type { ListPlace } from "../inbox/views.ts";
import { useSave } from "../settings/use-save.ts";

type Props = { view: SavedView | null; content: Pick<SavedView, "filter" | "sort">; onClose: () => void };

/** Gives a list a name, or a kept view (`view`) another one. */
export function SaveViewDialog({ view, content, onClose }: Props) {
  const t = useTranslations("savedViews");
  const ui = useTranslations("ui");
  const formId = useId();
  const mayShare = useMay("manage_shared_views");
  const { busy, save } = useSave(keys.savedViews);
  const [name, setName] = useState(view?.name ?? "");
  const [own, setOwn] = useState(view?.own ?? true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { ...content, name: name.trim(), own };
    void save(
      () => (view ? patchSavedView(view.id, { name: input.name, own }) : createSavedView(input)),
      (saved) => {
        onClose();
        if (!view) showPlace(saved.id as ListPlace);
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? t("renameTitle", { name: view.name }) : t("saveTitle")}
      footer={
        <Button type="submit" form={formId} variant="primary" busy={busy} disabled={!name.trim()}>
          {ui("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <Field label={t("name")}>
          <Input required autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} dir="auto" />
        </Field>
        {mayShare && (
          <Checkbox checked={!own} onChange={(shared) => setOwn(!shared)}>
            {t("forEverybody")}
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
