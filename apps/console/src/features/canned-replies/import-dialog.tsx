"use client";
import { useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { type CannedImported, importCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { Select } from "../../ui/select.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";
import { WhoseField } from "../settings/whose-field.tsx";
import { type CannedCsv, parseCannedCsv } from "./parse-canned-csv.ts";

/** As many as the API takes in one request. */
const atOnce = 100;
/** A larger file is none of canned replies. Bytes. */
const largest = 5_000_000;
const shown = 5;

/** Brings canned replies in from a file: shows what is in it first, and what of it the server does not take. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("canned.import");
  const canned = useTranslations("canned");
  const mayShare = useMay("manage_canned_replies");
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; csv: CannedCsv } | null>(null);
  const [existing, setExisting] = useState<"keep" | "replace">("keep");
  const [own, setOwn] = useState(!mayShare);
  const { busy, problems, run } = useImport(onClose);
  const rows = file?.csv.rows ?? [];
  const problem = file?.csv.problem ? t(file.csv.problem) : undefined;
  const take = async (chosen: File) => {
    const text = chosen.size > largest ? "" : await chosen.text();
    setFile({ name: chosen.name, csv: parseCannedCsv(text) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("text")}
      testId="canned-import"
      footer={
        <Button variant="primary" busy={busy} disabled={rows.length === 0} onClick={() => void run(rows, { existing, own })}>
          {t("action", { count: rows.length })}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <Field label={t("file")} error={problem} hint={file && !problem ? t("found", { name: file.name, count: rows.length }) : undefined}>
          <Button className="self-start" onClick={() => input.current?.click()}>
            <FileUp aria-hidden className="size-4" />
            {t("choose")}
          </Button>
        </Field>
        <FileInput
          ref={input}
          accept=".csv,.tsv,text/csv,text/tab-separated-values,text/plain"
          data-testid="canned-import-file"
          onFiles={([chosen]) => void take(chosen)}
        />
        {rows.length > 0 && (
          <ul className="divide-y divide-line rounded-panel border border-line">
            {rows.slice(0, shown).map(({ row, texts }) => (
              <li key={row} className="flex min-w-0 items-baseline gap-2 px-3 py-1.5">
                <span className="shrink-0 font-medium">/{texts.shortcut}</span>
                <span dir="auto" className="min-w-0 truncate text-muted text-sm">
                  {texts.body}
                </span>
              </li>
            ))}
            {rows.length > shown && <li className="px-3 py-1.5 text-muted text-sm">{t("more", { count: rows.length - shown })}</li>}
          </ul>
        )}
        <Field label={t("existing")}>
          <Select
            value={existing}
            onChange={setExisting}
            options={[
              { value: "keep", label: t("keep") },
              { value: "replace", label: t("replace") },
            ]}
          />
        </Field>
        <WhoseField t={canned} own={own} mayShare={mayShare} onChange={setOwn} />
        {problems.length > 0 && (
          <div role="alert" className="text-danger text-sm">
            <p className="font-medium">{t("refused")}</p>
            <ul className="ms-4 list-disc">
              {problems.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function useImport(onDone: () => void) {
  const t = useTranslations("canned.import");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const run = async (rows: CannedCsv["rows"], how: { existing: "keep" | "replace"; own: boolean }) => {
    setBusy(true);
    setProblems([]);
    const done: CannedImported = { created: 0, replaced: 0, kept: 0 };
    try {
      for (let start = 0; start < rows.length; start += atOnce) {
        const some = rows.slice(start, start + atOnce);
        const answer = await importCannedReplies({ ...how, rows: some.map(({ texts }) => texts) }).catch((error: unknown) => {
          if (error instanceof ApiError && error.fields.length > 0)
            setProblems(problemsOf(error, some, (row, detail) => t("problem", { row, detail })));
          else setProblems([errorText(error)]);
          return null;
        });
        if (!answer) return;
        done.created += answer.created;
        done.replaced += answer.replaced;
        done.kept += answer.kept;
      }
      toasts.add({ type: "success", title: t("done", done) });
      onDone();
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: keys.cannedReplies });
    }
  };
  return { busy, problems, run };
}

/** What the server says of single rows, by the number they have in the file. */
function problemsOf(error: ApiError, rows: CannedCsv["rows"], tell: (row: number, detail: string) => string): string[] {
  return error.fields.map(({ pointer, detail }) => {
    const [, index, column] = /^\/rows\/(\d+)\/?(\w*)/.exec(pointer) ?? [];
    const row = index === undefined ? undefined : rows[Number(index)]?.row;
    return row === undefined ? detail : tell(row, column ? `${column} ${detail}` : detail);
  });
}
