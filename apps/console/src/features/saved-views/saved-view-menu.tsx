"use client";
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Share2, Trash2, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { deleteSavedView, patchSavedView, type SavedView } from "../../api/saved-views.ts";
import { putOff } from "../../put-off.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useMay } from "../frame/me.tsx";
import { showPlace, usePlace } from "../inbox/use-place.ts";
import { useSave } from "../settings/use-save.ts";

const SaveViewDialog = putOff(() => import("./save-view-dialog.tsx").then((module) => module.SaveViewDialog));

type Props = { view: SavedView; isFirst: boolean; isLast: boolean; onMove: (step: 1 | -1) => void };

/** What is done to a kept view. Somebody else's are left alone by whoever may not change them. */
export function SavedViewMenu({ view, isFirst, isLast, onMove }: Props) {
  const t = useTranslations("savedViews");
  const mayShare = useMay("manage_shared_views");
  const place = usePlace();
  const { busy, save } = useSave(keys.savedViews);
  const [asking, setAsking] = useState<"rename" | "delete" | null>(null);
  if (!view.own && !mayShare) return null;
  const remove = () =>
    void save(
      () => deleteSavedView(view.id),
      () => {
        setAsking(null);
        if (place === view.id) showPlace("all");
      },
    );
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("actions", { name: view.name })}
            size="small"
            className="absolute end-0.5 top-0.5 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 [@media(hover:none)]:opacity-100"
          >
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden className="size-4" />} onSelect={() => setAsking("rename")}>
          {t("rename")}
        </MenuItem>
        <MenuItem icon={<ArrowUp aria-hidden className="size-4" />} disabled={isFirst} onSelect={() => onMove(-1)}>
          {t("moveUp")}
        </MenuItem>
        <MenuItem icon={<ArrowDown aria-hidden className="size-4" />} disabled={isLast} onSelect={() => onMove(1)}>
          {t("moveDown")}
        </MenuItem>
        {mayShare && (
          <MenuItem
            icon={view.own ? <Share2 aria-hidden className="size-4" /> : <UserRound aria-hidden className="size-4" />}
            onSelect={() => void save(() => patchSavedView(view.id, { own: !view.own }))}
          >
            {view.own ? t("share") : t("keepToMyself")}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden className="size-4" />} danger onSelect={() => setAsking("delete")}>
          {t("delete")}
        </MenuItem>
      </Menu>
      {asking === "rename" && <SaveViewDialog view={view} content={{ filter: view.filter, sort: view.sort }} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("deleteTitle", { name: view.name })}
        action={t("delete")}
        busy={busy}
        onConfirm={remove}
      >
        {view.own ? t("deleteOwn") : t("deleteShared")}
      </ConfirmDialog>
    </>
  );
}
