"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { getTimeline } from "../../api/messages.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import type { AskedFilter } from "./timeline-filter.ts";

type Props = { conversationId: string; filter: AskedFilter | null; onGo: (id: string) => void };

/** Goes to the first item of a day, in the agent's time zone; to the next one when there is none that day, else to the last. */
export function JumpToDay({ conversationId, filter, onGo }: Props) {
  const t = useTranslations("timeline.jump");
  const errorText = useErrorText();
  const [day, setDay] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const go = async (event: FormEvent) => {
    event.preventDefault();
    // Without a zone it is midnight where the agent is.
    const start = new Date(`${day}T00:00:00`);
    if (Number.isNaN(start.getTime())) return setError(t("noDay"));
    setBusy(true);
    try {
      const { data } = await getTimeline(conversationId, { at: start.toISOString(), limit: 2, ...filter });
      const item = data.find(({ occurredAt }) => Date.parse(occurredAt) >= start.getTime()) ?? data.at(-1);
      setError(item ? undefined : t("nothing"));
      if (item) onGo(item.id);
    } catch (cause) {
      setError(errorText(cause));
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void go(event)} className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field label={t("label")} error={error}>
          <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" busy={busy} disabled={day === ""}>
        {t("go")}
      </Button>
    </form>
  );
}
