"use client";
import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listMacros } from "../../api/macros.ts";
import { useMay } from "../frame/me.tsx";
import { ListPage } from "../settings/list-page.tsx";
import { MacroDialog } from "./macro-dialog.tsx";
import { MacroRow } from "./macro-row.tsx";

/** What is done to many conversations, step by step. */
export function MacrosScreen() {
  const t = useTranslations("macros");
  const query = useQuery({ queryKey: keys.macros, queryFn: listMacros });
  const mayShare = useMay("manage_macros");
  return (
    <ListPage right="reply" Icon={Zap} t={t} query={query} dialog={(macro, close) => <MacroDialog macro={macro} onClose={close} />}>
      {(rows, edit) =>
        (["everybodys", "mine"] as const).map((whose) => {
          const some = rows.filter(({ own }) => own === (whose === "mine"));
          if (some.length === 0) return null;
          return (
            <section key={whose} className="mb-6">
              <h2 className="mb-2 font-semibold">{t(whose)}</h2>
              <ul className="divide-y divide-line rounded-panel border border-line">
                {some.map((macro) => (
                  <MacroRow key={macro.id} macro={macro} mayChange={macro.own || mayShare} onEdit={() => edit(macro)} />
                ))}
              </ul>
            </section>
          );
        })
      }
    </ListPage>
  );
}
