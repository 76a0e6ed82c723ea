"use client";
import { fillCannedBody, macroStateOf, planMacro } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import type { Macro } from "../../api/macros.ts";
import { listQueues } from "../../api/queues.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useCannedValues } from "../canned-replies/use-canned-values.ts";
import { useMayWorkOn, useMe } from "../frame/me.tsx";
import { StepLine } from "./step-line.tsx";
import { useRunMacro } from "./use-run-macro.ts";

type Props = {
  macro: Macro;
  conversation: Conversation;
  /** `wrote`: something stands in the reply box now. */
  onClose: (wrote: boolean) => void;
};

/** What a macro would do to this conversation, step by step; each can be taken out before it is run. */
export function MacroPreview({ macro, conversation, onClose }: Props) {
  const t = useTranslations("macros");
  const ui = useTranslations("ui");
  const [now] = useState(() => Date.now());
  const [skip, setSkip] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const values = useCannedValues(conversation.customer.name);
  const agentId = useMe().agent?.id ?? null;
  const mayWork = useMayWorkOn(conversation);
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  const run = useRunMacro(macro, conversation);
  const failed = [agents, queues, labels].find((query) => query.isError && !query.data);
  const idsOf = (rows: readonly { id: string }[] | undefined) => new Set((rows ?? []).map(({ id }) => id));
  const known = agents.data && queues.data && labels.data;
  const around = { now, agentId, mayWork, agents: idsOf(agents.data), queues: idsOf(queues.data), labels: idsOf(labels.data) };
  const plan = planMacro(macro.actions, macroStateOf(conversation), around, skip);
  const count = plan.filter(({ outcome }) => outcome === "changes").length;

  const textOf = (index: number): string => {
    const action = macro.actions[index];
    if (!action || !("text" in action)) return "";
    return action.do === "insert_text" ? fillCannedBody(action.text, values) : action.text;
  };
  const toggle = (index: number) => {
    const next = new Set(skip);
    if (!next.delete(index)) next.add(index);
    setSkip(next);
  };
  const submit = async () => {
    setBusy(true);
    const texts = macro.actions.flatMap((action, index) => (action.do === "insert_text" && !skip.has(index) ? [textOf(index)] : []));
    const done = await run({ skip: [...skip].sort((a, b) => a - b), text: texts.join("\n\n") });
    setBusy(false);
    if (done) onClose(texts.length > 0);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      testId="macro-preview"
      title={<bdi>{macro.name}</bdi>}
      description={t("run.text", { customer: conversation.customer.name ?? t("run.this") })}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{ui("cancel")}</Button>
          <Button variant="primary" autoFocus busy={busy} disabled={count === 0 || !known} onClick={() => void submit()} data-testid="macro-run">
            <Zap aria-hidden className="size-3.5" />
            {t("run.action", { count })}
          </Button>
        </>
      }
    >
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : known ? (
        <ol aria-label={t("run.steps")} className="divide-y divide-line rounded-panel border border-line">
          {macro.actions.map((action, index) => {
            const step = plan[index];
            // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place in the macro.
            return step && <StepLine key={index} action={action} step={step} text={textOf(index)} onToggle={() => toggle(index)} />;
          })}
        </ol>
      ) : (
        <SkeletonRows rows={3} label={ui("loading")} />
      )}
    </Dialog>
  );
}
