"use client";
import type { Conversation } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { PanelSection } from "../customer-panel/panel-section.tsx";
import { useMe } from "../frame/me.tsx";
import { useWatch } from "./use-watch.ts";

/** Who is told what happens in a conversation. */
export function FollowersSection({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("followers");
  const { watching, toggle } = useWatch(conversation);
  const me = useMe().agent?.id;
  return (
    <PanelSection
      title={t("title")}
      action={
        <Button size="small" variant="quiet" onClick={toggle}>
          {t(watching ? "stop" : "watch")}
        </Button>
      }
    >
      {conversation.followers.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul data-testid="followers" className="flex flex-wrap gap-x-3 gap-y-1">
          {conversation.followers.map(({ id, name }) => (
            <li key={id} className="flex min-w-0 items-center gap-1.5">
              <Avatar name={name} size="small" />
              <span dir="auto" className="truncate">
                {id === me ? t("you") : name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
