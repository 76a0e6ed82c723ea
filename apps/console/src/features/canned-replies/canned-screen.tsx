"use client";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { listCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import { useMay } from "../frame/me.tsx";
import { ListPage } from "../settings/list-page.tsx";
import { CannedDialog } from "./canned-dialog.tsx";
import { CannedRow } from "./canned-row.tsx";

/** Texts that are written once and sent often. */
export function CannedScreen() {
  const t = useTranslations("canned");
  const query = useQuery({ queryKey: keys.cannedReplies, queryFn: listCannedReplies });
  const mayShare = useMay("manage_canned_replies");
  return (
    <ListPage right="reply" Icon={MessageSquareQuote} t={t} query={query} dialog={(reply, close) => <CannedDialog reply={reply} onClose={close} />}>
      {(rows, edit) =>
        (["everybodys", "mine"] as const).map((whose) => {
          const some = rows.filter(({ own }) => own === (whose === "mine"));
          if (some.length === 0) return null;
          return (
            <section key={whose} className="mb-6">
              <h2 className="mb-2 font-semibold">{t(whose)}</h2>
              <ul className="divide-y divide-line rounded-panel border border-line">
                {some.map((reply) => (
                  <CannedRow key={reply.id} reply={reply} mayChange={reply.own || mayShare} onEdit={() => edit(reply)} />
                ))}
              </ul>
            </section>
          );
        })
      }
    </ListPage>
  );
}
