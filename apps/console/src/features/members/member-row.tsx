"use client";
import { ShieldOff, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Agent, removeAgent, resetSecondFactor, setRole } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useMay, useMe } from "../frame/me.tsx";
import { useSave } from "../settings/use-save.ts";
import { useRoleOptions } from "./use-role-options.ts";

/** One member, with role and removal. */
export function MemberRow({ agent }: { agent: Agent }) {
  const t = useTranslations("members");
  const isMe = useMe().agent?.id === agent.id;
  const mayOwners = useMay("manage_owners");
  const options = useRoleOptions(agent.role);
  const { busy, save } = useSave(keys.agents);
  const [removing, setRemoving] = useState(false);
  const [resetting, setResetting] = useState(false);
  const toasts = useToasts();
  const locked = agent.role === "owner" && !mayOwners;
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3" data-testid="member">
      <Avatar name={agent.name} />
      <div className="min-w-48 flex-1">
        <p className="truncate font-medium">
          <bdi>{agent.name}</bdi> {isMe && <span className="font-normal text-muted">({t("you")})</span>}{" "}
          {agent.secondFactor && <Badge tone="success">{t("secured")}</Badge>}
        </p>
        <p className="truncate text-muted text-sm">{agent.email}</p>
      </div>
      <Select
        aria-label={t("roleOf", { name: agent.name })}
        value={agent.role}
        disabled={busy || locked}
        options={options}
        onChange={(role) => role !== agent.role && void save(() => setRole(agent.id, role))}
        className="w-36"
      />
      <IconButton label={t("resetCode", { name: agent.name })} disabled={locked || isMe} onClick={() => setResetting(true)}>
        <ShieldOff aria-hidden className="size-4" />
      </IconButton>
      <ConfirmDialog
        open={resetting}
        onOpenChange={setResetting}
        title={t("resetCodeTitle", { name: agent.name })}
        action={t("resetCodeAction")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => resetSecondFactor(agent.id),
            () => {
              setResetting(false);
              toasts.add({ title: t("resetCodeDone", { name: agent.name }) });
            },
          )
        }
      >
        {t("resetCodeText")}
      </ConfirmDialog>
      <IconButton label={t("remove", { name: agent.name })} disabled={locked || isMe} onClick={() => setRemoving(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t("removeTitle", { name: agent.name })}
        action={t("removeAction")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => removeAgent(agent.id),
            () => setRemoving(false),
          )
        }
      >
        {t("removeText")}
      </ConfirmDialog>
    </li>
  );
}
