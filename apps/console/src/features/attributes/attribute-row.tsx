"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { AttributeEntry } from "./arrange-attributes.ts";
import { AttributeValueText } from "./attribute-value-text.tsx";

/** So much of a text is shown at first. */
const shown = 140;

/** One attribute as it is read. Without `onEdit` it can't be changed. */
export function AttributeRow({ entry: { name, label, value }, onEdit }: { entry: AttributeEntry; onEdit: (() => void) | null }) {
  const t = useTranslations("attributes");
  const [whole, setWhole] = useState(false);
  const long = typeof value === "string" && (value.length > shown || value.split("\n").length > 4);
  return (
    <li data-testid="attribute" className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <p title={name} className="line-clamp-2 text-muted text-sm [overflow-wrap:anywhere]">
          <bdi>{label}</bdi>
        </p>
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <div className={long && !whole ? "line-clamp-4" : undefined}>
            <AttributeValueText value={value} />
          </div>
          {long && (
            <Button variant="quiet" size="small" className="-ms-2 h-6" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {t(whole ? "showLess" : "showAll")}
            </Button>
          )}
        </div>
      </div>
      {onEdit && (
        <IconButton label={t("edit", { name })} size="small" onClick={onEdit} data-attribute={name}>
          <Pencil aria-hidden className="size-3.5" />
        </IconButton>
      )}
    </li>
  );
}
