"use client";
import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listMacros } from "../../api/macros.ts";
import { useMay } from "../frame/me.tsx";
import { ByWhose } from "../settings/by-whose.tsx";
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
      {(rows, edit) => (
        <ByWhose t={t} rows={rows}>
          {(some) => (
            <ul className="divide-y divide-line rounded-panel border border-line">
              {some.map((macro) => (
                <MacroRow key={macro.id} macro={macro} mayChange={macro.own || mayShare} onEdit={() => edit(macro)} />
              ))}
            </ul>
          )}
        </ByWhose>
      )}
    </ListPage>
  );
}
