"use client";
import type { Widget, WidgetSettings } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/keys.ts";
import { getWidget, putWidget } from "../../api/widgets.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useSave } from "../settings/use-save.ts";
import { BehaviourFields } from "./behaviour-fields.tsx";
import { InstallFields, strangeOrigins } from "./install-fields.tsx";
import { LookFields } from "./look-fields.tsx";
import { SigningKeys } from "./signing-keys.tsx";
import { readOrigins } from "./snippet.ts";
import { WordFields } from "./word-fields.tsx";

/** How a chat on websites looks, where it may stand, and whom it believes. */
export function WidgetTab({ channelAccountId }: { channelAccountId: string }) {
  const t = useTranslations("widget");
  const widget = useQuery({ queryKey: keys.widget(channelAccountId), queryFn: () => getWidget(channelAccountId) });
  if (widget.isPending) return <SkeletonRows rows={6} label={t("loading")} />;
  if (!widget.data) return <ErrorState error={widget.error} onRetry={() => void widget.refetch()} />;
  return (
    <div className="flex max-w-xl flex-col gap-8">
      <Settings channelAccountId={channelAccountId} widget={widget.data} />
      <SigningKeys channelAccountId={channelAccountId} signingKeys={widget.data.signingKeys} />
    </div>
  );
}

/** What is typed and not saved stays, whatever the server says meanwhile. */
function Settings({ channelAccountId, widget }: { channelAccountId: string; widget: Widget }) {
  const t = useTranslations("widget");
  const toasts = useToasts();
  const { busy, save } = useSave(keys.widget(channelAccountId));
  const [changed, setChanged] = useState<Partial<WidgetSettings>>({});
  const [origins, setOrigins] = useState<string | null>(null);
  const settings: WidgetSettings = { ...widget.settings, ...changed };
  const change = (part: Partial<WidgetSettings>) => setChanged((before) => ({ ...before, ...part }));
  const dirty = origins !== null || Object.keys(changed).length > 0;
  const wrong = strangeOrigins(origins ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) return;
    const allowedOrigins = origins === null ? settings.allowedOrigins : readOrigins(origins);
    void save(
      () => putWidget(channelAccountId, { ...settings, allowedOrigins }),
      () => {
        setChanged({});
        setOrigins(null);
        toasts.add({ title: t("saved") });
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-8" data-testid="widget-settings">
      <InstallFields
        channelAccountId={channelAccountId}
        widget={widget}
        origins={origins ?? settings.allowedOrigins.join("\n")}
        onOrigins={setOrigins}
      />
      <LookFields settings={settings} onChange={change} />
      <WordFields settings={settings} onChange={change} />
      <BehaviourFields settings={settings} onChange={change} />
      <p className="sticky bottom-0 flex items-center gap-3 border-line border-t bg-surface py-3">
        <Button type="submit" variant="primary" busy={busy} disabled={!dirty || wrong.length > 0}>
          {t("save")}
        </Button>
        {dirty && (
          <span role="status" className="text-muted text-sm">
            {t("unsaved")}
          </span>
        )}
      </p>
    </form>
  );
}
