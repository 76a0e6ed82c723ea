"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Check, ChevronRight } from "lucide-react";
import { Avatar } from "../../ui/avatar.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Marked } from "../../ui/marked.tsx";
import type { PaletteRow } from "./palette-rows.ts";

type Props = { row: PaletteRow; onChoose: (newTab: boolean) => void };

/** One row: what it is, where it is from, its key. */
export function PaletteItem({ row, onChoose }: Props) {
  const { Icon } = row;
  return (
    <Autocomplete.Item
      value={row}
      data-testid="palette-row"
      data-row={row.id}
      onClick={(event) => onChoose(event.metaKey || event.ctrlKey)}
      className="flex min-h-9 cursor-default select-none items-center gap-3 rounded-control px-3 py-1 outline-none data-highlighted:bg-selected"
    >
      {(Icon || row.person !== undefined) && (
        <span className="flex size-4 shrink-0 items-center justify-center text-muted">
          {Icon ? (
            <Icon aria-hidden className="size-4" strokeWidth={1.75} />
          ) : (
            row.person !== undefined && <Avatar name={row.person ?? null} size="small" />
          )}
        </span>
      )}
      <span dir="auto" className="max-w-[70%] shrink-0 truncate">
        <Marked text={row.label} marks={row.marks ?? []} />
      </span>
      {/* Its own direction inside the row's, so that it stands beside the label in every script. */}
      <span className="flex min-w-0 flex-1 text-muted text-sm">
        <span dir="auto" className="min-w-0 truncate">
          {row.hint}
        </span>
      </span>
      {row.checked && <Check aria-hidden className="size-4 shrink-0 text-accent-text" />}
      {row.keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {row.step && <ChevronRight aria-hidden className="size-4 shrink-0 text-subtle rtl:-scale-x-100" />}
    </Autocomplete.Item>
  );
}
