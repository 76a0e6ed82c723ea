"use client";
import { cannedVariables, platformChannels, unknownVariables } from "@onethread/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import { Field } from "../../ui/field.tsx";
import { controlClass } from "../../ui/input.tsx";
import { SwitchRow } from "../own-settings/switch-row.tsx";
import { useChangeOwnSettings, useOwnSettings } from "../own-settings/use-own-settings.ts";

type Platform = (typeof platformChannels)[number];

/** What stands below one's replies, channel by channel. */
export function Signatures() {
  const t = useTranslations("signatures");
  return (
    <section id="signatures" className="mt-6 sm:max-w-md" data-testid="signatures">
      <h2 className="font-medium">{t("title")}</h2>
      <p className="text-muted text-sm">{t("text", { variables: cannedVariables.map((name) => `{{${name}}}`).join(", ") })}</p>
      {platformChannels.map((channel) => (
        <Signature key={channel} channel={channel} />
      ))}
    </section>
  );
}

function Signature({ channel }: { channel: Platform }) {
  const t = useTranslations("signatures");
  const name = useTranslations("channels")(channel);
  const { signatures } = useOwnSettings();
  const change = useChangeOwnSettings();
  const kept = signatures[channel] ?? { on: false, text: "" };
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? kept.text;
  const unknown = unknownVariables(text);
  const set = (one: Partial<typeof kept>) => change({ signatures: { ...signatures, [channel]: { ...kept, ...one } } });
  return (
    <>
      <SwitchRow
        testId={`signature-${channel}`}
        label={t("of", { channel: name })}
        text={t("ofText")}
        checked={kept.on}
        onChange={(on) => set({ on, text })}
      />
      {kept.on && (
        <div className="flex flex-col gap-2 py-3">
          <Field label={t("words", { channel: name })} error={unknown.length > 0 ? t("unknown", { names: unknown.join(", ") }) : undefined}>
            <textarea
              dir="auto"
              maxLength={500}
              rows={2}
              value={text}
              onChange={(event) => setTyped(event.target.value)}
              className={cn(controlClass, "field-sizing-content max-h-40 min-h-14 resize-y py-1.5")}
            />
          </Field>
          <Button
            className="w-fit"
            disabled={typed === null || typed === kept.text || unknown.length > 0}
            onClick={() => {
              set({ text });
              setTyped(null);
            }}
          >
            {t("save", { channel: name })}
          </Button>
        </div>
      )}
    </>
  );
}
