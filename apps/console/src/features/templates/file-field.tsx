"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { uploadFile } from "../../api/attachments.ts";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

type Props = { label: string; value: string; onChange: (attachmentId: string) => void; accept?: string };

/** One file for a template's head: chosen here, uploaded at once, its id is the value. */
export function FileField({ label, value, onChange, accept }: Props) {
  const t = useTranslations("templates");
  const errorText = useErrorText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = async (file: File) => {
    setBusy(true);
    setError(null);
    setName(file.name);
    try {
      onChange((await uploadFile(file, () => {}, new AbortController().signal)).id);
    } catch (cause) {
      setError(errorText(cause));
      onChange("");
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="font-medium">
        {label}
      </span>
      <div className="flex min-w-0 items-center gap-2">
        <Button busy={busy} aria-describedby={id} onClick={() => input.current?.click()}>
          <Paperclip aria-hidden className="size-3.5" />
          {t(value ? "otherFile" : "chooseFile")}
        </Button>
        <bdi className="min-w-0 truncate text-muted">{name}</bdi>
      </div>
      <FileInput ref={input} aria-labelledby={id} accept={accept} onFiles={([file]) => void choose(file)} />
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
