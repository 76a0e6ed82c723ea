"use client";
import { useQuery } from "@tanstack/react-query";
import { Download, FileUp, MessageSquareQuote } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type CannedReply, listCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/input.tsx";
import { useMay } from "../frame/me.tsx";
import { ByWhose } from "../settings/by-whose.tsx";
import { ListPage } from "../settings/list-page.tsx";
import { CannedDialog } from "./canned-dialog.tsx";
import { CannedRow } from "./canned-row.tsx";
import { groupByFolder } from "./group-by-folder.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { writeCannedCsv } from "./parse-canned-csv.ts";

/** Texts that are written once and sent often. */
export function CannedScreen() {
  const t = useTranslations("canned");
  const query = useQuery({ queryKey: keys.cannedReplies, queryFn: listCannedReplies });
  const [importing, setImporting] = useState(false);
  const all = query.data ?? [];
  const folders = [...new Set(all.map(({ folder }) => folder).filter(Boolean))].toSorted();
  return (
    <>
      <ListPage
        right="reply"
        Icon={MessageSquareQuote}
        t={t}
        query={query}
        actions={
          <>
            <Button onClick={() => setImporting(true)}>
              <FileUp aria-hidden className="size-4" />
              {t("import.open")}
            </Button>
            {all.length > 0 && (
              <Button onClick={() => save(writeCannedCsv(all))}>
                <Download aria-hidden className="size-4" />
                {t("export")}
              </Button>
            )}
          </>
        }
        dialog={(reply, close) => <CannedDialog reply={reply} folders={folders} onClose={close} />}
      >
        {(rows, edit) => <Listing rows={rows} onEdit={edit} />}
      </ListPage>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}

/** From so many on they are looked for rather than looked at. */
const searchFrom = 8;

function Listing({ rows, onEdit }: { rows: readonly CannedReply[]; onEdit: (reply: CannedReply) => void }) {
  const t = useTranslations("canned");
  const locale = useLocale();
  const mayShare = useMay("manage_canned_replies");
  const [wanted, setWanted] = useState("");
  const folded = wanted.trim().toLocaleLowerCase(locale);
  const found = rows.filter(({ shortcut, title, folder, body }) =>
    [shortcut, title, folder, body].some((text) => text.toLocaleLowerCase(locale).includes(folded)),
  );
  return (
    <>
      {rows.length >= searchFrom && (
        <search className="mb-4 block">
          <Input aria-label={t("search")} placeholder={t("search")} value={wanted} onChange={(event) => setWanted(event.target.value)} dir="auto" />
        </search>
      )}
      {found.length === 0 && <p className="text-muted">{t("noneFound")}</p>}
      <ByWhose t={t} rows={found}>
        {(some) =>
          groupByFolder(some, locale).map(({ folder, replies }) => (
            <section key={folder} className="mb-3">
              {folder && (
                <h3 className="mb-1 font-medium text-muted text-ui">
                  <bdi>{folder.replaceAll("/", " / ")}</bdi>
                </h3>
              )}
              <ul className="divide-y divide-line rounded-panel border border-line">
                {replies.map((reply) => (
                  <CannedRow key={reply.id} reply={reply} mayChange={reply.own || mayShare} onEdit={() => onEdit(reply)} />
                ))}
              </ul>
            </section>
          ))
        }
      </ByWhose>
    </>
  );
}

function save(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "canned-replies.csv";
  link.click();
  URL.revokeObjectURL(url);
}
