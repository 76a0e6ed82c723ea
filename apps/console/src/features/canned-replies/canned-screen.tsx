"use client";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareQuote, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CannedReply, listCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMay } from "../frame/me.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { CannedDialog } from "./canned-dialog.tsx";
import { CannedRow } from "./canned-row.tsx";

/** Texts that are written once and sent often. */
export function CannedScreen() {
  const t = useTranslations("canned");
  const [editing, setEditing] = useState<CannedReply | "new" | null>(null);
  const replies = useQuery({ queryKey: keys.cannedReplies, queryFn: listCannedReplies });
  const mayShare = useMay("manage_canned_replies");
  return (
    <OnlyFor right="reply">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={() => setEditing("new")}>
            <Plus aria-hidden className="size-4" />
            {t("create")}
          </Button>
        }
      >
        <QueryBody
          query={replies}
          empty={
            <EmptyState icon={<MessageSquareQuote aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          }
        >
          {(rows) =>
            (["everybodys", "mine"] as const).map((whose) => {
              const some = rows.filter(({ own }) => own === (whose === "mine"));
              if (some.length === 0) return null;
              return (
                <section key={whose} className="mb-6">
                  <h2 className="mb-2 font-semibold">{t(whose)}</h2>
                  <ul className="divide-y divide-line rounded-panel border border-line">
                    {some.map((reply) => (
                      <CannedRow key={reply.id} reply={reply} mayChange={reply.own || mayShare} onEdit={() => setEditing(reply)} />
                    ))}
                  </ul>
                </section>
              );
            })
          }
        </QueryBody>
        {editing && <CannedDialog reply={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      </SettingsPage>
    </OnlyFor>
  );
}
