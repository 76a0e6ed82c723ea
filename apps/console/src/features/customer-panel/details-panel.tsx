"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getCustomer } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AttributesSection } from "../attributes/attributes-section.tsx";
import { useConversation } from "../conversation/use-conversation.ts";
import { FilesSection } from "../conversation-files/files-section.tsx";
import { FollowersSection } from "../followers/followers-section.tsx";
import { MergeSection } from "../merge/merge-section.tsx";
import { WhyHere } from "../routing/why-here.tsx";
import { ConsentSection } from "./consent-section.tsx";
import { CustomerName } from "./customer-name.tsx";
import { IdentityList } from "./identity-list.tsx";
import { LabelPicker } from "./label-picker.tsx";
import { LocalTime } from "./local-time.tsx";
import { PanelSection } from "./panel-section.tsx";
import { PastCases } from "./past-cases.tsx";
import { QueuePicker } from "./queue-picker.tsx";

type Props = { conversationId: string /** Something in the conversation is shown. */; onLeave?: () => void };

/** Who the customer is: name, addresses, consent, attributes, labels, files, merges. */
export function DetailsPanel({ conversationId, onLeave }: Props) {
  const t = useTranslations("details");
  const dates = useDates();
  const conversation = useConversation(conversationId);
  const customerId = conversation.data?.customer.id;
  const customer = useQuery({
    queryKey: keys.customer(customerId ?? ""),
    queryFn: ({ signal }) => getCustomer(customerId ?? "", signal),
    enabled: customerId !== undefined,
  });

  const body = () => {
    if (customer.isError && !customer.data) return <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />;
    if (!customer.data || !conversation.data) return <PanelSkeleton />;
    return (
      <>
        <div className="flex items-center gap-3 px-4 pt-4 pb-3">
          <Avatar name={customer.data.name} size="large" />
          <div className="min-w-0 flex-1">
            <CustomerName customer={customer.data} />
            {customer.data.home && <LocalTime home={customer.data.home} />}
          </div>
        </div>
        <PanelSection title={t("identities")}>
          <IdentityList identities={customer.data.identities} />
        </PanelSection>
        <ConsentSection conversationId={conversationId} />
        <AttributesSection key={customer.data.id} customer={customer.data} />
        <QueuePicker conversation={conversation.data} />
        <WhyHere conversationId={conversationId} />
        <PanelSection title={t("labels")}>
          <LabelPicker conversation={conversation.data} />
        </PanelSection>
        <FollowersSection conversation={conversation.data} />
        <FilesSection conversationId={conversationId} onLeave={onLeave} />
        <PastCases conversationId={conversationId} onLeave={onLeave} />
        <MergeSection customer={customer.data} />
        <PanelSection title={t("about")}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">{t("created")}</dt>
            <dd title={dates.full(customer.data.createdAt)}>{dates.appointment(customer.data.createdAt)}</dd>
            {customer.data.lastSeenAt && (
              <>
                <dt className="text-muted">{t("lastSeen")}</dt>
                <dd title={dates.full(customer.data.lastSeenAt)}>{dates.appointment(customer.data.lastSeenAt)}</dd>
              </>
            )}
          </dl>
        </PanelSection>
      </>
    );
  };

  return (
    <aside aria-label={t("title")} data-testid="details-panel" data-region="details" className="h-full overflow-y-auto bg-surface">
      {body()}
    </aside>
  );
}

function PanelSkeleton() {
  const t = useTranslations("ui");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-4 p-4">
      <Skeleton className="size-11 rounded-full" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-20" />
      <Skeleton className="h-12" />
    </div>
  );
}
