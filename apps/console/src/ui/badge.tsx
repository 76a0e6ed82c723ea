import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const badge = cva("inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-chip px-1.5 py-px font-medium text-sm", {
  variants: {
    tone: {
      neutral: "bg-hover text-muted",
      accent: "bg-selected text-accent-text",
      success: "bg-success-bg text-success",
      warning: "bg-warning-bg text-warning",
      danger: "bg-danger-bg text-danger",
      info: "bg-info-bg text-info",
      note: "bg-note text-note-fg",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type BadgeTone = NonNullable<VariantProps<typeof badge>["tone"]>;

/** A state in one or two words. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof badge>) {
  return <span {...rest} className={cn(badge({ tone }), className)} />;
}
