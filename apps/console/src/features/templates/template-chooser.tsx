"use client";
import type { Door, MessageTemplate } from "@onethread/core/api";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import { keys } from "../../api/keys.ts";
import { syncTemplates } from "../../api/templates.ts";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useSave } from "../settings/use-save.ts";
import { canFill } from "./fill-template.ts";
import { languagesOf, searchTemplates } from "./search-templates.ts";
import { statusTone, useTemplateStatus } from "./template-status.ts";
import { useTemplates } from "./use-templates.ts";

type Props = {
  channelAccountId: string;
  /** Why marketing stays out, where it does. */
  marketing: Door["marketing"];
  onChoose: (template: MessageTemplate) => void;
  /** Its search field, for who leads the focus themselves; without, the field takes it. */
  search?: Ref<HTMLInputElement> | undefined;
};

/** Search among the templates of a channel account. Those that cannot go out now are shown with the reason. */
export function TemplateChooser({ channelAccountId, marketing, onChoose, search }: Props) {
  const t = useTranslations("templates");
  const templates = useTemplates(channelAccountId);
  const [query, setQuery] = useState("");
  const [language, setLanguage] = useState("");
  const { busy, save } = useSave(keys.templates(channelAccountId));
  const all = templates.data?.data ?? [];
  const found = searchTemplates(all, query, language || null);
  return (
    <div className={cn("flex flex-col gap-2 pb-2", !search && "min-h-72")}>
      <div className="flex gap-2">
        <Input
          type="search"
          ref={search}
          autoFocus={search === undefined}
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          dir="auto"
          onChange={(event) => setQuery(event.target.value)}
        />
        <Select
          aria-label={t("language")}
          value={language}
          onChange={setLanguage}
          className="w-40 shrink-0"
          options={[{ value: "", label: t("anyLanguage") }, ...languagesOf(all).map((value) => ({ value, label: value }))]}
        />
        <IconButton label={t("sync")} disabled={busy} onClick={() => void save(() => syncTemplates(channelAccountId))} data-testid="read-templates">
          <RotateCw aria-hidden className={busy ? "size-4 motion-safe:animate-spin" : "size-4"} />
        </IconButton>
      </div>
      {templates.isPending ? (
        <SkeletonRows rows={3} label={t("loading")} />
      ) : templates.isError && !templates.data ? (
        <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
      ) : (
        <ul className="flex flex-col gap-1">
          {found.map((template) => (
            <TemplateRow key={`${template.name}.${template.language}`} template={template} marketing={marketing} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {templates.data && found.length === 0 && <p className="py-6 text-center text-muted">{t(all.length === 0 ? "none" : "noneFound")}</p>}
    </div>
  );
}

function TemplateRow({ template, marketing, onChoose }: { template: MessageTemplate } & Pick<Props, "marketing" | "onChoose">) {
  const t = useTranslations("templates");
  const status = useTemplateStatus();
  const shut = template.category === "marketing" && marketing !== null;
  const why = !template.usable ? status(template.status) : shut ? t(`marketing.${marketing.reason}`) : canFill(template) ? null : t("cannotFill");
  return (
    <li>
      <button
        type="button"
        data-testid="template"
        data-name={template.name}
        aria-disabled={why !== null}
        onClick={() => why === null && onChoose(template)}
        className="flex w-full flex-col gap-0.5 rounded-control border border-line px-3 py-2 text-start hover:not-aria-disabled:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-muted"
      >
        <span className="flex w-full flex-wrap items-center gap-2">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{template.name}</bdi>
          <span className="text-muted text-sm">{template.language}</span>
          {template.category && (
            <Badge>
              {t.has(`category.${template.category}` as "category.utility")
                ? t(`category.${template.category}` as "category.utility")
                : template.category}
            </Badge>
          )}
          {why && <Badge tone={template.usable ? "warning" : statusTone(template.status)}>{why}</Badge>}
        </span>
        <span dir="auto" className="line-clamp-2 w-full text-muted">
          {template.text}
        </span>
      </button>
    </li>
  );
}
