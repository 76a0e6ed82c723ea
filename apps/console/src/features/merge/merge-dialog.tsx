"use client";
import type { Customer } from "@onethread/core/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getCustomer, type MergeInput, mergeCustomers, undoMerge } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useOpenConversation } from "../inbox/use-open-conversation.ts";
import { ChooseDetails } from "./choose-details.tsx";
import { CompareCustomers } from "./compare-customers.tsx";
import { CustomerSearch } from "./customer-search.tsx";
import { differingDetails } from "./differing-details.ts";

type Props = { customer: Customer; otherId: string | null; onClose: () => void };

/** Find the other one, compare, choose who stays, say why. It can be undone at any time, so nothing asks twice. */
export function MergeDialog({ customer, otherId, onClose }: Props) {
  const t = useTranslations("merge");
  const [chosen, setChosen] = useState(otherId);
  const [survivor, setSurvivor] = useState(customer.id);
  const [reason, setReason] = useState("");
  const { busy, run } = useMerge(onClose);
  const other = useQuery({
    queryKey: keys.customer(chosen ?? ""),
    queryFn: ({ signal }) => getCustomer(chosen ?? "", signal),
    enabled: chosen !== null,
  });
  // Whose value was picked where the two differ; until then the one who stays has their own.
  const [picked, setPicked] = useState<ReadonlyMap<string | null, 0 | 1>>(new Map());
  const stays = survivor === customer.id ? 0 : 1;
  const whose = (field: string | null) => picked.get(field) ?? stays;
  const differences = other.data ? differingDetails([customer, other.data]) : [];
  const back = () => {
    setChosen(null);
    setSurvivor(customer.id);
    setPicked(new Map());
  };
  const merge = () => {
    if (!chosen) return;
    const others = differences.map(({ field }) => field).filter((field) => whose(field) !== stays);
    void run(survivor, {
      other: stays === 0 ? chosen : customer.id,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(differences.some(({ field }) => field === null) ? { name: others.includes(null) ? "other" : "own" } : {}),
      otherAttributes: others.filter((field) => field !== null),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("dialogTitle")}
      description={t("dialogText")}
      wide
      testId="merge-dialog"
      footer={
        chosen && (
          <>
            <Button onClick={back}>{t("chooseAnother")}</Button>
            <Button variant="primary" busy={busy} disabled={!other.data} onClick={merge} data-testid="merge-confirm">
              {t("merge")}
            </Button>
          </>
        )
      }
    >
      {!chosen && <CustomerSearch excludeId={customer.id} onChoose={setChosen} />}
      {chosen && other.isPending && <Skeleton className="h-48" />}
      {chosen && other.isError && <ErrorState error={other.error} onRetry={() => void other.refetch()} />}
      {chosen && other.data && (
        <div className="flex flex-col gap-4 pb-2">
          <CompareCustomers customers={[customer, other.data]} survivorId={survivor} onChoose={setSurvivor} />
          <ChooseDetails differences={differences} chosen={whose} onChoose={(field, one) => setPicked(new Map(picked).set(field, one))} />
          <Field label={t("reason")} hint={t("reasonHint")}>
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} dir="auto" />
          </Field>
        </div>
      )}
    </Dialog>
  );
}

function useMerge(onDone: () => void) {
  const t = useTranslations("merge");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const open = useOpenConversation();
  const [busy, setBusy] = useState(false);
  const undo = async (id: string) => {
    try {
      await undoMerge(id);
    } catch (error) {
      toasts.add({ type: "error", title: t("notUndone"), description: errorText(error) });
    }
    await client.invalidateQueries();
  };
  const run = async (survivorId: string, input: MergeInput) => {
    setBusy(true);
    try {
      const merge = await mergeCustomers(survivorId, input);
      onDone();
      if (merge.conversationId) open(merge.conversationId);
      const toast = toasts.add({
        title: t("merged"),
        actionProps: {
          children: t("undo"),
          onClick: () => {
            toasts.close(toast);
            void undo(merge.id);
          },
        },
      });
      await client.invalidateQueries();
    } catch (error) {
      toasts.add({ type: "error", title: t("notMerged"), description: errorText(error) });
    }
    setBusy(false);
  };
  return { busy, run };
}
