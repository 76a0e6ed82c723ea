"use client";
import type { ChannelAccount, MessageTemplate } from "@onethread/core/api";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { syncTemplates } from "../../api/templates.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Input } from "../../ui/input.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useSave } from "../settings/use-save.ts";
import { searchTemplates } from "../templates/search-templates.ts";
import { statusTone, useTemplateStatus } from "../templates/template-status.ts";
import { useTemplates } from "../templates/use-templates.ts";

/** The templates of an account as the platform has them, and the button that reads them anew. */
export function AccountTemplates({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin.templates");
  const dates = useDates();
  const templates = useTemplates(account.id);
  const [query, setQuery] = useState("");
  const { busy, save } = useSave(keys.templates(account.id));
  if (templates.isPending) return <SkeletonRows rows={4} label={t("loading")} />;
  if (templates.isError && !templates.data) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  const all = templates.data?.data ?? [];
  const syncedAt = templates.data?.syncedAt;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="w-60"
        />
        <span className="flex-1" />
        <span className="text-muted text-sm">{syncedAt ? t("synced", { date: dates.appointment(syncedAt) }) : t("never")}</span>
        <Button busy={busy} onClick={() => void save(() => syncTemplates(account.id))} data-testid="sync-templates">
          <RotateCw aria-hidden className="size-3.5" />
          {t("sync")}
        </Button>
      </div>
      {all.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {searchTemplates(all, query, null).map((template) => (
            <Row key={`${template.name}.${template.language}`} template={template} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ template }: { template: MessageTemplate }) {
  const t = useTranslations("channelsAdmin.templates");
  const category = useTranslations("templates.category");
  const status = useTemplateStatus();
  const { quality, reason } = template;
  const kind = template.category as "utility" | null;
  return (
    <li className="px-4 py-2.5" data-testid="template-row">
      <p className="flex flex-wrap items-center gap-2">
        <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{template.name}</bdi>
        <span className="text-muted text-sm">{template.language}</span>
        {kind && <Badge>{category.has(kind) ? category(kind) : kind}</Badge>}
        <span className="flex-1" />
        {template.stale && <Badge tone="warning">{t("stale")}</Badge>}
        {quality && quality !== "unknown" && <span className="text-muted text-sm">{t("quality", { quality })}</span>}
        <Badge tone={statusTone(template.status)}>{status(template.status)}</Badge>
      </p>
      <p dir="auto" className="mt-0.5 line-clamp-3 whitespace-pre-line text-muted">
        {template.text}
      </p>
      {reason && reason.toLowerCase() !== "none" && (
        <p className="mt-0.5 text-danger text-sm">{t("reason", { reason: reason.toLowerCase().replaceAll("_", " ") })}</p>
      )}
    </li>
  );
}
