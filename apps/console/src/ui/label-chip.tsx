/** A label: its colour as a dot, its name in the ordinary colour, so that every label is readable in both themes. */
export function LabelChip({ name, color }: { name: string; color: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 rounded-chip border border-line px-1.5 py-px text-sm">
      <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: color }} />
      <bdi className="truncate">{name}</bdi>
    </span>
  );
}
