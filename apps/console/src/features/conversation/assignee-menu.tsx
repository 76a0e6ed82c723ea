"use client";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, UserRound, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useMe } from "../frame/me.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";

type Props = { assignee: Conversation["assignee"]; onAssign: (assignee: { id: string; name: string } | null) => void };

/** Who has the conversation, and handing it over. */
export function AssigneeMenu({ assignee, onAssign }: Props) {
  const hint = useHint();
  const t = useTranslations("conversation");
  const me = useMe().agent;
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const label = assignee ? (assignee.id === me?.id ? t("you") : assignee.name) : t("unassigned");
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" className="px-2">
          <span className="sr-only">{t("assignee", { name: label })}</span>
          {assignee ? <Avatar name={assignee.name} size="small" /> : <UserRound aria-hidden className="size-4" />}
          <span aria-hidden className="hidden max-w-28 truncate @[720px]:inline">
            {label}
          </span>
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {me && assignee?.id !== me.id && (
        <MenuItem icon={<Avatar name={me.name} size="small" />} shortcut={hint("assignToMe")} onSelect={() => onAssign({ id: me.id, name: me.name })}>
          {t("assignToMe")}
        </MenuItem>
      )}
      {(agents.data ?? [])
        .filter((agent) => agent.id !== me?.id)
        .map((agent) => (
          <MenuItem key={agent.id} icon={<Avatar name={agent.name} size="small" />} onSelect={() => onAssign({ id: agent.id, name: agent.name })}>
            {agent.name}
          </MenuItem>
        ))}
      {assignee && (
        <>
          <MenuSeparator />
          <MenuItem icon={<UserRoundX aria-hidden className="size-4" />} onSelect={() => onAssign(null)}>
            {t("unassign")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
