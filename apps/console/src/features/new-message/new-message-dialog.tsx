"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { startConversation } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useOpenConversation } from "../inbox/use-open-conversation.ts";
import { TemplateChooser } from "../templates/template-chooser.tsx";
import { TemplateForm } from "../templates/template-form.tsx";
import { useTemplateChoice } from "../templates/use-template-choice.ts";
import { AccountField } from "./account-field.tsx";
import { firstWords } from "./first-words.ts";
import { type Recipient, RecipientField } from "./recipient-field.tsx";

/** Whom, through which account, with which template: the first message to somebody. */
export function NewMessageDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("newMessage");
  const client = useQueryClient();
  const errorText = useErrorText();
  const open = useOpenConversation();
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const [recipient, setRecipient] = useState<Recipient | null>(null);
  const [accountId, setAccountId] = useState<string | null>(null);
  const { template, values, missing, setValues, choose, letGo } = useTemplateChoice();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  // Instagram has no templates, and a closed door there cannot be opened by writing.
  const usable = (accounts.data ?? []).filter(
    (one) =>
      one.state !== "disabled" &&
      (recipient?.kind === "phone" ? one.channel === "whatsapp" : one.channel === "whatsapp" || one.channel === "messenger"),
  );
  const account = usable.find((one) => one.id === accountId) ?? usable[0];

  const send = async () => {
    if (!recipient || !account || !template) return;
    setBusy(true);
    setError(null);
    try {
      const { conversationId } = await startConversation(firstWords(recipient, account.id, template, values));
      await client.invalidateQueries({ queryKey: keys.conversations });
      onClose();
      open(conversationId);
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError({ status: 0, code: "internal_error", message: String(cause) }));
    }
    setBusy(false);
  };
  const errorAt = (...pointers: string[]) => error?.fields.find((field) => pointers.some((pointer) => field.pointer.startsWith(pointer)))?.detail;

  return (
    <Dialog
      open
      wide
      onOpenChange={(stays) => !stays && onClose()}
      testId="new-message-dialog"
      title={t("title")}
      description={t("text")}
      footer={
        template && (
          <>
            <Button onClick={letGo}>
              <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
              {t("otherTemplate")}
            </Button>
            <Button
              data-testid="new-message-send"
              variant="primary"
              busy={busy}
              disabled={missing > 0 || !recipient || !account}
              onClick={() => void send()}
            >
              <SendHorizontal aria-hidden className="size-3.5 rtl:-scale-x-100" />
              {missing > 0 ? t("missing", { count: missing }) : t("send")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <RecipientField
          recipient={recipient}
          error={errorAt("/identity", "/customerId")}
          onChange={(next) => {
            setRecipient(next);
            setError(null);
          }}
        />
        {recipient && (
          <AccountField
            accounts={usable}
            loading={accounts.isPending}
            value={account?.id ?? null}
            error={errorAt("/channelAccountId")}
            onChange={(id) => {
              setAccountId(id);
              letGo();
            }}
          />
        )}
        {recipient && account && !template && <TemplateChooser key={account.id} channelAccountId={account.id} marketing={null} onChoose={choose} />}
        {template && <TemplateForm template={template} values={values} onChange={setValues} />}
        {error && (
          <div role="alert" className="rounded-control bg-danger-bg px-3 py-2 text-danger">
            <p>{t("notSent", { reason: errorText(error) })}</p>
            {error.details.map((detail) => (
              <p key={detail} lang="en" className="text-sm">
                {detail}
              </p>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}
