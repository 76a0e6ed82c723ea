"use client";
import type { Door } from "@onethread/core/api";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Menu, MenuGroup, MenuItem } from "../../ui/menu.tsx";
import { useDoorState } from "./use-door-state.ts";

type Props = { doors: readonly Door[]; door: Door; onChoose: (id: string) => void };

/** The door a reply leaves by, always named, and the others. */
export function DoorPicker({ doors, door, onChoose }: Props) {
  const t = useTranslations("composer");
  const names = useTranslations("channels");
  return (
    <Menu
      side="top"
      trigger={
        <Button
          data-testid="door-picker"
          data-channel={door.channel}
          variant="quiet"
          size="small"
          className="min-w-0 shrink justify-start overflow-hidden px-1.5 font-normal"
        >
          <span className="sr-only">{t("replyThrough")}</span>
          <ChannelIcon channel={door.channel} label={false} />
          <span className="font-medium text-fg">{names(door.channel)}</span>
          {door.address && (
            <span className="hidden min-w-12 max-w-44 shrink-[2] truncate @[340px]:block">
              · <bdi>{door.address}</bdi>
            </span>
          )}
          <span className="min-w-0 truncate">
            · <bdi>{door.channelAccountName}</bdi>
          </span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
      }
    >
      <MenuGroup label={t("replyThrough")}>
        {doors.map((other) => (
          <DoorItem key={other.id} door={other} current={other.id === door.id} onChoose={onChoose} />
        ))}
      </MenuGroup>
    </Menu>
  );
}

function DoorItem({ door, current, onChoose }: { door: Door; current: boolean; onChoose: (id: string) => void }) {
  const names = useTranslations("channels");
  const state = useDoorState(door);
  return (
    <MenuItem icon={<ChannelIcon channel={door.channel} label={false} />} onSelect={() => onChoose(door.id)}>
      <span className="flex flex-col py-0.5">
        <span className={current ? "font-semibold" : ""}>
          {names(door.channel)} · <bdi>{door.address}</bdi> · <bdi>{door.channelAccountName}</bdi>
        </span>
        <span className="text-sm text-subtle">{state.text}</span>
      </span>
    </MenuItem>
  );
}
