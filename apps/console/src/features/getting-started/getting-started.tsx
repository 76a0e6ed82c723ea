"use client";
import { may } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Circle, CircleCheck, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getGettingStarted } from "../../api/getting-started.ts";
import { keys } from "../../api/keys.ts";
import { putOff } from "../../put-off.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMe } from "../frame/me.tsx";
import { useChangeOwnSettings, useOwnSettingsQuery } from "../own-settings/use-own-settings.ts";
import { useUndoable } from "../undo/use-undoable.ts";
import { stepsFor } from "./steps.ts";

/** What is left to do until a new workspace stands; gone when all of it is done, or when one has had enough of it. */
export function GettingStarted({ folded = false }: { folded?: boolean }) {
  // Not by the defaults: what was put away must not show for a moment.
  const shown = useOwnSettingsQuery().data?.showGettingStarted === true;
  return shown ? <Steps folded={folded} /> : null;
}

const PracticeDialog = putOff(() => import("./practice-dialog.tsx").then((module) => module.PracticeDialog));
const stepClass = "flex min-h-7 w-full items-center gap-2 rounded-control px-1 py-1 text-start text-muted hover:bg-hover hover:text-fg";

function Steps({ folded }: { folded: boolean }) {
  const t = useTranslations("gettingStarted");
  const { agent, workspace, simulated } = useMe();
  const [open, setOpen] = useState(!folded);
  const [practising, setPractising] = useState(false);
  const change = useChangeOwnSettings();
  const undoable = useUndoable();
  const taken = useQuery({
    queryKey: keys.gettingStarted,
    queryFn: ({ signal }) => getGettingStarted(signal),
    // Steps are taken on other screens, and one comes back from there.
    staleTime: 0,
    // Once all is done nobody asks any more.
    enabled: ({ state }) => state.data === undefined || Object.values(state.data).includes(false),
  });
  if (!taken.data || !agent) return null;
  const actor = { kind: "agent", workspaceId: workspace.id, agentId: agent.id, name: agent.name, role: agent.role } as const;
  const steps = stepsFor(taken.data, (right) => may(actor, right));
  if (steps.length === 0) return null;
  const dismiss = () => {
    change({ showGettingStarted: false });
    undoable(t("dismissed"), () => change({ showGettingStarted: true }));
  };
  return (
    <section aria-labelledby="getting-started" data-testid="getting-started" className="mt-auto rounded-panel border border-line bg-surface p-2">
      <header className="flex items-center gap-1">
        <h2 id="getting-started" className="min-w-0 flex-1 truncate px-1 font-medium">
          {folded ? (
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex min-h-6 items-center gap-1">
              {t("title")}
              <ChevronDown aria-hidden className={open ? "size-4 rotate-180" : "size-4"} />
            </button>
          ) : (
            t("title")
          )}
        </h2>
        <p className="shrink-0 text-muted text-sm">{t("progress", { done: steps.filter(({ done }) => done).length, count: steps.length })}</p>
        <IconButton label={t("dismiss")} size="small" onClick={dismiss}>
          <X aria-hidden className="size-3.5" />
        </IconButton>
      </header>
      {open && (
        <ol className="mt-1 flex flex-col">
          {steps.map(({ name, href, done }) => (
            <li key={name}>
              {name === "message" && simulated ? (
                <button type="button" className={stepClass} onClick={() => setPractising(true)} data-testid="practise">
                  <StepName done={done} name={t("practise")} />
                </button>
              ) : (
                <Link href={href} className={stepClass}>
                  <StepName done={done} name={t(`step.${name}`)} />
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
      {practising && <PracticeDialog onClose={() => setPractising(false)} />}
    </section>
  );
}

function StepName({ done, name }: { done: boolean; name: string }) {
  const t = useTranslations("gettingStarted");
  return (
    <>
      {done ? (
        <CircleCheck role="img" aria-label={t("done")} className="size-4 shrink-0 text-success" />
      ) : (
        <Circle role="img" aria-label={t("open")} className="size-4 shrink-0" />
      )}
      <span className={done ? "line-through" : "text-fg"}>{name}</span>
    </>
  );
}
