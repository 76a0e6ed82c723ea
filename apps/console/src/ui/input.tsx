import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export const controlClass =
  "w-full rounded-control border border-control bg-surface px-2.5 text-ui text-fg placeholder:text-subtle disabled:opacity-60 aria-invalid:border-danger focus-visible:outline-offset-0";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={cn(controlClass, "h-8", className)} />;
}
