"use client";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** While nothing is known: what attributes are for, and how another program sends them. */
export function FirstAttributes({ customerId }: { customerId: string }) {
  const t = useTranslations("attributes");
  const ui = useTranslations("ui");
  const snippet = [
    `curl -X PATCH ${window.location.origin}/api/v1/customers/${customerId} \\`,
    '  -H "Authorization: Bearer $KEY" \\',
    '  -H "content-type: application/json" \\',
    `  -d '{"attributes":{"plan":"pro","order.count":3}}'`,
  ].join("\n");
  const { copied, copy } = useCopy(snippet);
  return (
    <div className="text-muted">
      <p>{t("empty")}</p>
      <details className="mt-1">
        <summary className="min-h-6 cursor-pointer rounded-control text-sm">{t("byApi")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
        <pre dir="ltr" tabIndex={0} className="mt-1 overflow-x-auto rounded-control bg-app p-2 text-fg text-sm">
          {snippet}
        </pre>
        <Button size="small" className="mt-1" onClick={copy}>
          {ui(copied ? "copied" : "copy")}
        </Button>
      </details>
    </div>
  );
}
