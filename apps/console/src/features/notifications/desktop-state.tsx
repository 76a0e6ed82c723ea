"use client";
import { BellOff, BellRing, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { askPermission, type DesktopPermission } from "./desktop.ts";

const icons = { default: CircleAlert, granted: BellRing, denied: BellOff, unsupported: BellOff } as const;

/** Whether the browser lets us on the desktop, and what to do where it does not. */
export function DesktopState({ permission }: { permission: DesktopPermission }) {
  const t = useTranslations("notifications.permission");
  const Icon = icons[permission];
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 rounded-panel border border-line px-3 py-2.5" data-testid={`desktop-${permission}`}>
      <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <p role="status" className="min-w-48 flex-1">
        {t(permission)}
      </p>
      {permission === "default" && (
        <Button variant="primary" onClick={() => void askPermission()} data-testid="ask-permission">
          {t("ask")}
        </Button>
      )}
    </div>
  );
}
