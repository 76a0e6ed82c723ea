"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { acceptInvitation, getInvitation } from "../../api/set-up.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { NewAccountForm } from "./new-account-form.tsx";

/** Takes an invitation: name and password; the e-mail address is the invited one. */
export function InvitationForm({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const invitation = useQuery({ queryKey: ["invitation", token], queryFn: () => getInvitation(token) });
  if (invitation.isPending) return <Skeleton className="h-40" />;
  if (invitation.isError) return <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />;
  const { email, workspaceName } = invitation.data;
  return (
    <NewAccountForm
      texts="invitation"
      email={email ?? null}
      make={({ name, password }) => acceptInvitation({ token, name, password })}
      next="/inbox/all"
    >
      {workspaceName && <p className="text-muted">{t("joins", { workspace: workspaceName })}</p>}
    </NewAccountForm>
  );
}
