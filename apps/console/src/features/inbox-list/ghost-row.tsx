"use client";
import type { Conversation } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { takeBack } from "../undo/undo-stack.ts";
import { actedOn } from "./acted-on.ts";

/** Where a row stood a moment ago: what was done to it, and the way back. */
export function GhostRow({ conversation, height }: { conversation: Conversation; height: number }) {
  const t = useTranslations("list");
  const nameOf = useCustomerName();
  const acted = actedOn(conversation.id);
  return (
    <div data-testid="ghost-row" style={{ height }} className="flex items-center gap-3 border-line/60 border-b bg-app ps-4 pe-2 text-muted">
      <span className="min-w-0 flex-1 truncate">
        <s dir="auto">{nameOf(conversation.customer, conversation.channels)}</s> · {acted?.title ?? ""}
      </span>
      {acted && (
        <button
          type="button"
          onClick={() => takeBack(acted.undoStep)}
          className="h-7 shrink-0 rounded-control px-2 font-medium text-accent-text hover:bg-hover"
        >
          {t("undo")}
        </button>
      )}
    </div>
  );
}
