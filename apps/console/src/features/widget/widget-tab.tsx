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
import { fieldProblem } from "./pre-chat.ts";
import { PreChatFields } from "./pre-chat-fields.tsx";
import { ruleProblem } from "./proactive.ts";
import { ProactiveRules } from "./proactive-rules.tsx";
import { SigningKeys } from "./signing-keys.tsx";
import { readOrigins } from "./snippet.ts";
import { WidgetPreview } from "./widget-preview.tsx";
import { WordFields } from "./word-fields.tsx";

type Props = { channelAccountId: string /** How visitors see it called. */; name: string };

/** How a chat on websites looks, where it may stand, and whom it believes. */
export function WidgetTab({ channelAccountId, name }: Props) {
  const t = useTranslations("widget");
  const widget = useQuery({ queryKey: keys.widget(channelAccountId), queryFn: () => getWidget(channelAccountId) });
  if (widget.isPending) return <SkeletonRows rows={6} label={t("loading")} />;
  if (!widget.data) return <ErrorState error={widget.error} onRetry={() => void widget.refetch()} />;
  return <Settings channelAccountId={channelAccountId} name={name} widget={widget.data} />;
}

/** What is typed and not saved stays, whatever the server says meanwhile; the preview shows it already. */
function Settings({ channelAccountId, name, widget }: Props & { widget: Widget }) {
  const t = useTranslations("widget");
  const toasts = useToasts();
  const { busy, save } = useSave(keys.widget(channelAccountId));
  const [changed, setChanged] = useState<Partial<WidgetSettings>>({});
  const [origins, setOrigins] = useState<string | null>(null);
  const [language, setLanguage] = useState(widget.settings.defaultLanguage);
  const settings: WidgetSettings = { ...widget.settings, ...changed };
  const change = (part: Partial<WidgetSettings>) => setChanged((before) => ({ ...before, ...part }));
  const dirty = origins !== null || Object.keys(changed).length > 0;
  const wrong = strangeOrigins(origins ?? "").length > 0 || settings.preChat.fields.some(fieldProblem) || settings.proactive.some(ruleProblem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
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
  const words = { settings, language, onLanguage: setLanguage, onChange: change };
  return (
    <div className="flex flex-col gap-8 xl:flex-row xl:items-start">
      <div className="flex min-w-0 max-w-xl flex-1 flex-col gap-8">
        <form onSubmit={submit} className="flex flex-col gap-8 [&_:is(button,input,textarea,summary)]:scroll-mb-20" data-testid="widget-settings">
          <InstallFields
            channelAccountId={channelAccountId}
            widget={widget}
            origins={origins ?? settings.allowedOrigins.join("\n")}
            onOrigins={setOrigins}
          />
          <LookFields settings={settings} onChange={change} />
          <WordFields {...words} />
          <PreChatFields {...words} />
          <ProactiveRules name={name} {...words} />
          <BehaviourFields settings={settings} onChange={change} />
          {/* It floats over what scrolls; what takes the focus stops above it. */}
          <p data-floating className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-line border-t bg-surface py-3">
            <Button type="submit" variant="primary" busy={busy} disabled={!dirty || wrong}>
              {t("save")}
            </Button>
            {dirty && (
              <span role="status" className="text-muted text-sm">
                {t(wrong ? "incomplete" : "unsaved")}
              </span>
            )}
          </p>
        </form>
        <SigningKeys channelAccountId={channelAccountId} signingKeys={widget.signingKeys} />
      </div>
      <aside className="min-w-0 max-w-xl xl:sticky xl:top-4 xl:w-[410px] xl:shrink-0">
        <WidgetPreview channelAccountId={channelAccountId} settings={settings} language={language} onLanguage={setLanguage} />
      </aside>
    </div>
  );
}
