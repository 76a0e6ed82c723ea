"use client";
import type { ConversationCondition } from "@onethread/core";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { patchSavedView } from "../../api/saved-views.ts";
import { putOff } from "../../put-off.tsx";
import { Button } from "../../ui/button.tsx";
import { asGroup, groupOf, isGroup, partsOf, wordOf } from "../conditions/blank-leaf.ts";
import { useConditionText } from "../conditions/use-condition-text.ts";
import { useMay } from "../frame/me.tsx";
import { useListing } from "../inbox/use-listing.ts";
import { narrow } from "../inbox/use-narrowed.ts";
import { useSave } from "../settings/use-save.ts";
import { asCondition } from "./as-condition.ts";

const SaveViewDialog = putOff(() => import("../saved-views/save-view-dialog.tsx").then((module) => module.SaveViewDialog));

/** What narrows the list beyond its view, each with its way out, and keeping it. */
export function FilterChips({ onEdit }: { onEdit: () => void }) {
  const t = useTranslations("savedViews");
  const text = useConditionText();
  const { filter, savedView, changed } = useListing();
  const mayShare = useMay("manage_shared_views");
  const { busy, save } = useSave(keys.savedViews);
  const [naming, setNaming] = useState(false);
  const condition = filter?.filter ?? null;
  if (!filter || (!condition && !changed)) return null;
  const group = condition && asGroup(condition);
  const chips: ConversationCondition[] = !group ? [] : isGroup(group) && wordOf(group) === "all" ? partsOf(group) : [group];
  const without = (index: number) => {
    const rest = chips.filter((_, at) => at !== index);
    narrow({ filter: rest.length > 0 || savedView ? groupOf("all", rest) : null });
  };
  // One's drafts are no condition on conversations: such a list can be narrowed, not kept.
  const keepable = filter.view !== "drafts";
  const content = { filter: asCondition(filter), sort: filter.sort ?? "newest" } as const;
  const reset = () => narrow({ filter: null, sort: null });
  return (
    <div className="flex flex-wrap items-center gap-1" data-testid="filter-chips">
      {chips.map((chip, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
        <span key={index} className="flex h-6 max-w-full items-center rounded-chip bg-hover text-sm">
          <button type="button" onClick={onEdit} dir="auto" className="min-w-0 truncate rounded-chip ps-2 pe-1 leading-6">
            {text(chip)}
          </button>
          <button
            type="button"
            aria-label={t("without", { condition: text(chip) })}
            onClick={() => without(index)}
            className="flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:text-fg"
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      {changed && (
        <>
          {savedView && (savedView.own || mayShare) && (
            <Button variant="quiet" size="small" busy={busy} onClick={() => void save(() => patchSavedView(savedView.id, content), reset)}>
              {t("saveChanges")}
            </Button>
          )}
          {keepable && (
            <Button variant="quiet" size="small" onClick={() => setNaming(true)}>
              {savedView ? t("saveAs") : t("save")}
            </Button>
          )}
          <Button variant="quiet" size="small" onClick={reset}>
            {t("reset")}
          </Button>
        </>
      )}
      {naming && <SaveViewDialog view={null} content={content} onClose={() => setNaming(false)} />}
    </div>
  );
}
