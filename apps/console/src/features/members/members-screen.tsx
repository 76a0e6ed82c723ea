"use client";
import { useQuery } from "@tanstack/react-query";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Agent, listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberRow } from "./member-row.tsx";

/** Who works here, and with which role. */
export function MembersScreen() {
  const t = useTranslations("members");
  const [inviting, setInviting] = useState(false);
  return (
    <OnlyFor right="manage_members">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={() => setInviting(true)}>
            <UserRoundPlus aria-hidden className="size-4" />
            {t("invite")}
          </Button>
        }
      >
        <Members />
        {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      </SettingsPage>
    </OnlyFor>
  );
}

function Members() {
  const t = useTranslations("members");
  const [only, setOnly] = useState(false);
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  return (
    <QueryBody query={agents} empty={<EmptyState title={t("empty")} />}>
      {(rows) => (
        <>
          <WithoutCode rows={rows} only={only} onOnly={setOnly} />
          <ul className="divide-y divide-line rounded-panel border border-line">
            {(only ? rows.filter(isWithout) : rows).map((agent) => (
              <MemberRow key={agent.id} agent={agent} />
            ))}
          </ul>
        </>
      )}
    </QueryBody>
  );
}

const isWithout = ({ secondFactor }: Agent): boolean => secondFactor === false;

/** How many sign in with a password alone; all, or only those. */
function WithoutCode({ rows, only, onOnly }: { rows: readonly Agent[]; only: boolean; onOnly: (only: boolean) => void }) {
  const t = useTranslations("members");
  return (
    <div className="mb-3 flex">
      <Segmented
        label={t("show")}
        value={only ? "without" : "all"}
        onChange={(value) => onOnly(value === "without")}
        options={[
          { value: "all", label: t("showAll", { count: rows.length }) },
          { value: "without", label: t("showWithout", { count: rows.filter(isWithout).length }) },
        ]}
      />
    </div>
  );
}
