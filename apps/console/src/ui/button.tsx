import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const button = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-medium text-ui transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent hover:not-disabled:bg-accent/90",
        secondary: "border border-line bg-raised text-fg hover:not-disabled:bg-hover data-popup-open:bg-hover",
        quiet: "text-muted hover:not-disabled:bg-hover hover:not-disabled:text-fg data-popup-open:bg-hover data-popup-open:text-fg",
        danger: "bg-danger-solid text-white hover:not-disabled:bg-danger-solid/90",
        note: "border border-note-line bg-note text-note-fg hover:not-disabled:brightness-95",
      },
      size: { small: "h-7 px-2", medium: "h-8 px-3", large: "h-10 px-4 text-body" },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof button> & { busy?: boolean };

/** A button with words on it. `busy` shows a spinner and refuses presses. */
export function Button({ variant, size, busy = false, className, children, disabled, type = "button", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} disabled={disabled || busy} aria-busy={busy || undefined} className={cn(button({ variant, size }), className)}>
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
