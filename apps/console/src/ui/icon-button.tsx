import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  label: string;
  /** Shown in the tooltip after the label. */
  shortcut?: string | undefined;
  size?: "small" | "medium";
  pressed?: boolean;
};

/** A square button with an icon; the label is its accessible name and its tooltip. */
export function IconButton({ label, shortcut, size = "medium", pressed, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={cn(
          "inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-100 hover:bg-hover hover:text-fg disabled:opacity-50 aria-pressed:bg-selected aria-pressed:text-accent-text data-popup-open:bg-hover",
          size === "small" ? "size-7" : "size-8",
          className,
        )}
      />
    </Tooltip>
  );
}
