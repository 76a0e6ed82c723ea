"use client";
import type { Case } from "@onethread/core/api";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listCases } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import { goToMessage } from "../inbox/use-target-message.ts";
import { CasePeek } from "./case-peek.tsx";
import { PanelSection } from "./panel-section.tsx";

/** What the customer came with before: the conversation's closed cases, the latest first. Each opens at a glance. Not there when there are none. */
export function PastCases({ conversationId, onLeave }: { conversationId: string; onLeave?: (() => void) | undefined }) {
  const t = useTranslations("details");
  const dates = useDates();
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  const cases = useInfiniteQuery({
    queryKey: keys.cases(conversationId),
    queryFn: ({ pageParam, signal }) => listCases(conversationId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
  const closed = (cases.data?.pages ?? []).flatMap((page) => page.data).filter((one) => one.closedAt !== null);
  const [peekedId, setPeeked] = useState<string | null>(null);
  const peeked = closed.find(({ id }) => id === peekedId);
  const spanOf = ({ openedAt, closedAt }: Pick<Case, "openedAt" | "closedAt">) =>
    t("caseSpan", { from: dates.appointment(openedAt), to: dates.appointment(closedAt ?? openedAt) });
  if (closed.length === 0) return null;
  return (
    <PanelSection title={t("pastCases")}>
      <ul className="flex flex-col gap-2" data-testid="past-cases">
        {closed.map(({ id, openedAt, closedAt, closeReason, assignee, labels: ids }) => (
          <li key={id}>
            <button
              type="button"
              aria-haspopup="dialog"
              title={`${dates.full(openedAt)} – ${dates.full(closedAt ?? openedAt)}`}
              onClick={() => setPeeked(id)}
              className="min-h-6 rounded-control text-start hover:underline"
            >
              {spanOf({ openedAt, closedAt })}
            </button>
            <p className="text-muted text-sm">
              {t(closeReason === "merged" ? "caseMerged" : "caseDone")}
              {assignee && <> · {assignee.name}</>}
            </p>
            {ids.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-1.5">
                {labels.data
                  ?.filter((label) => ids.includes(label.id))
                  .map((label) => (
                    <LabelChip key={label.id} name={label.name} color={label.color} />
                  ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {peeked && (
        <CasePeek
          conversationId={conversationId}
          of={peeked}
          title={spanOf(peeked)}
          onClose={() => setPeeked(null)}
          onShow={(itemId) => {
            onLeave?.();
            goToMessage(itemId);
          }}
        />
      )}
      {cases.hasNextPage && (
        <Button size="small" variant="quiet" className="mt-1" busy={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {t("moreCases")}
        </Button>
      )}
    </PanelSection>
  );
}
