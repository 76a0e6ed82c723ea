import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { outsideLink } from "./outside-links.ts";

/** A link away from here, when it is one that may be followed. */
export function OutsideLink({ url, children }: { url: string | null | undefined; children: ReactNode }) {
  const href = outsideLink(url);
  if (!href) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="inline-flex max-w-full items-center gap-1 text-accent-text underline underline-offset-2"
    >
      <span className="min-w-0 truncate">{children}</span>
      <ExternalLink aria-hidden className="size-3 shrink-0" />
    </a>
  );
}
