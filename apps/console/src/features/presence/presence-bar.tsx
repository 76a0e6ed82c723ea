"use client";
import { PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOthers } from "./use-others.ts";
import { VisitorTyping } from "./visitor-typing.tsx";

/** Above the field: a colleague, or a visitor of the website, writes here at this moment. It warns and never blocks. */
export function PresenceBar({ conversationId }: { conversationId: string }) {
  const t = useTranslations("presence");
  const others = useOthers(conversationId);
  const replying = others.filter(({ mode }) => mode === "typing").map(({ name }) => name);
  const noting = others.filter(({ mode }) => mode === "note").map(({ name }) => name);
  const lines = [
    replying.length > 0 && t("replying", { name: replying[0] ?? "", more: replying.length - 1 }),
    noting.length > 0 && t("noting", { name: noting[0] ?? "", more: noting.length - 1 }),
  ].filter(Boolean);
  return (
    <div role="status">
      {lines.length > 0 && (
        <p data-testid="presence-bar" className="flex items-center gap-2 bg-info-bg px-3 py-1 text-info text-sm">
          <PencilLine aria-hidden className="size-3.5 shrink-0" />
          <span className="min-w-0 truncate">{lines.join(" ")}</span>
        </p>
      )}
      <VisitorTyping conversationId={conversationId} />
    </div>
  );
}
