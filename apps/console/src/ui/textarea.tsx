import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { controlClass } from "./input.tsx";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} className={cn(controlClass, "py-1.5", className)} />;
}
