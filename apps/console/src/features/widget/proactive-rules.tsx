"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moved } from "../../moved.ts";
import { Button } from "../../ui/button.tsx";
import { LanguageRow, type WordedProps } from "./language-row.tsx";
import { replaced, without } from "./ordered.ts";
import { mostRules, newRule, type ProactiveRule } from "./proactive.ts";
import { ProactiveRow } from "./proactive-row.tsx";

/** `name`: how the chat is called; it stands above its bubble. */
type Props = WordedProps & { name: string };

/** What is said to visitors who have not asked. The first one whose conditions hold is shown. */
export function ProactiveRules({ name, settings: { proactive }, language, onLanguage, onChange }: Props) {
  const t = useTranslations("widget");
  const set = (next: ProactiveRule[]) => onChange({ proactive: next });
  return (
    <section className="flex flex-col gap-3" aria-label={t("proactive")} data-testid="proactive">
      <LanguageRow title={t("proactive")} language={language} onLanguage={onLanguage} />
      <p className="text-muted text-sm">{t("proactiveText")}</p>
      {proactive.length > 0 && (
        <ol className="divide-y divide-line rounded-panel border border-line">
          {proactive.map((rule, index) => (
            <ProactiveRow
              key={rule.name}
              name={name}
              rule={rule}
              number={index + 1}
              count={proactive.length}
              language={language}
              onMove={(step) => set(moved(proactive, index, index + step))}
              onRemove={() => set(without(proactive, index))}
              onChange={(next) => set(replaced(proactive, index, next))}
            />
          ))}
        </ol>
      )}
      <p>
        <Button disabled={proactive.length >= mostRules} onClick={() => set([...proactive, newRule(proactive)])}>
          <Plus aria-hidden className="size-4" />
          {t("addRule")}
        </Button>
      </p>
    </section>
  );
}
