"use client";
import type { Channel } from "@onethread/core";
import { itemTypes } from "@onethread/core/api";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { JumpToDay } from "./jump-to-day.tsx";
import type { useTimelineFilter } from "./use-timeline-filter.ts";

type Props = { conversationId: string; channels: readonly Channel[]; shown: ReturnType<typeof useTimelineFilter> };

/** Some kinds, some channels, what is pinned, and the way to a day. Nothing chosen of a group is all of it. */
export function FilterPopover({ conversationId, channels, shown }: Props) {
  const t = useTranslations("timeline.filter");
  const channelName = useTranslations("channels");
  const { filter, change } = shown;
  const [open, setOpen] = useState(false);
  const goTo = (id: string) => {
    setOpen(false);
    shown.goToMessage(id);
  };
  const narrowed = filter.kinds.length + filter.via.length > 0 || filter.pinned;
  const through = [...new Set([...channels, ...filter.via])];
  return (
    <Popover
      title={t("title")}
      testId="timeline-filter"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton size="small" label={t("title")} pressed={narrowed}>
          <ListFilter aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <div className="flex flex-col gap-3">
        <Group label={t("kinds")}>
          {itemTypes.map((kind) => (
            <Checkbox key={kind} checked={filter.kinds.includes(kind)} onChange={(on) => change({ kinds: toggled(filter.kinds, kind, on) })}>
              {t(`kind.${kind}`)}
            </Checkbox>
          ))}
        </Group>
        {through.length > 0 && (
          <Group label={t("channels")}>
            {through.map((channel) => (
              <Checkbox key={channel} checked={filter.via.includes(channel)} onChange={(on) => change({ via: toggled(filter.via, channel, on) })}>
                {channelName(channel)}
              </Checkbox>
            ))}
          </Group>
        )}
        <Checkbox checked={filter.pinned} onChange={(pinned) => change({ pinned })}>
          {t("pinnedOnly")}
        </Checkbox>
        <div className="border-line border-t pt-3">
          <JumpToDay conversationId={conversationId} filter={shown.asked} onGo={goTo} />
        </div>
      </div>
    </Popover>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-subtle">{label}</legend>
      <div className="flex flex-col gap-1">{children}</div>
    </fieldset>
  );
}

const toggled = <T,>(list: readonly T[], value: T, on: boolean): T[] => (on ? [...list, value] : list.filter((one) => one !== value));
