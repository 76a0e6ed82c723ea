"use client";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { deleteMacro, type Macro } from "../../api/macros.ts";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";
import { actionIcons } from "./action-icons.ts";
import { useMacroText } from "./use-macro-text.ts";

type Props = { macro: Macro; mayChange: boolean; onEdit: () => void };

export function MacroRow({ macro, mayChange, onEdit }: Props) {
  const t = useTranslations("macros");
  const text = useMacroText();
  return (
    <li className="flex items-start gap-2 px-4 py-2.5" data-testid="macro">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {macro.name}
        </p>
        <ol className="mt-0.5 flex flex-col gap-0.5 text-muted text-sm">
          {macro.actions.map((action, index) => {
            const Icon = actionIcons[action.do];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place in the macro.
              <li key={index} className="flex min-w-0 items-center gap-1.5">
                <Icon aria-hidden className="size-3.5 shrink-0" />
                <span className="min-w-0 truncate">{text.sentence(action)}</span>
              </li>
            );
          })}
        </ol>
      </div>
      <span className="tabular shrink-0 pt-1 text-muted text-sm">{t("uses", { count: macro.uses })}</span>
      {mayChange && (
        <EditAndDelete
          name={macro.name}
          t={t}
          text={t(macro.own ? "deleteOwnText" : "deleteText")}
          staleKey={keys.macros}
          onEdit={onEdit}
          remove={() => deleteMacro(macro.id)}
        />
      )}
    </li>
  );
}
