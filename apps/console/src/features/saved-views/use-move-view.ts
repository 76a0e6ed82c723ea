"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { patchSavedView, type SavedView } from "../../api/saved-views.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { type Move, moved } from "./moved.ts";

/**
 * Puts a kept view at another place among `views`, its owner's: shown at once, taken back when the server refuses. `said`:
 * where it stands now, for who does not see it.
 */
export function useMoveView(views: readonly SavedView[]): { move: (move: Move) => void; said: string } {
  const t = useTranslations("savedViews");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [said, setSaid] = useState("");
  const move = ({ id, to }: Move) => {
    const view = views.find((one) => one.id === id);
    if (!view) return;
    const order = moved(
      views.map((one) => one.id),
      { id, to },
    );
    // A list that is just being read would bring the old order back.
    void client.cancelQueries({ queryKey: keys.savedViews });
    client.setQueryData<SavedView[]>(keys.savedViews, (old) => old && inOrder(old, order));
    setSaid(t("moved", { name: view.name, place: to + 1, count: views.length }));
    patchSavedView(id, { position: to }).catch((error: unknown) => {
      toasts.add({ type: "error", title: t("notMoved"), description: errorText(error) });
      void client.invalidateQueries({ queryKey: keys.savedViews });
    });
  };
  return { move, said };
}

/** The same views; those that `order` names stand in it, at the places they have together. */
function inOrder(all: readonly SavedView[], order: readonly string[]): SavedView[] {
  const byId = new Map(all.map((view) => [view.id, view]));
  const next = order.flatMap((id) => byId.get(id) ?? [])[Symbol.iterator]();
  return all.map((view) => (order.includes(view.id) ? (next.next().value ?? view) : view));
}
