"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useTranslations("security");
  const ui = useTranslations("ui");
  const { copied, copy } = useCopy(codes.join("\n"));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("recoveryTitle")}
      description={t("recoveryText")}
      footer={
        <>
          <Button onClick={copy}>
            {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
            {copied ? ui("copied") : t("copyCodes")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("keptCodes")}
          </Button>
        </>
      }
    >
      <ul data-testid="recovery-codes" dir="ltr" className="grid grid-cols-1 gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
}
