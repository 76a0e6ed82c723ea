import type { MacroActionKind } from "@onethread/core";
import { AlarmClock, CircleCheck, Flag, Layers, Lock, type LucideIcon, Reply, Tag, Tags, UserRound } from "lucide-react";

export const actionIcons: Record<MacroActionKind, LucideIcon> = {
  insert_text: Reply,
  add_note: Lock,
  add_labels: Tag,
  remove_labels: Tags,
  set_priority: Flag,
  assign: UserRound,
  set_queue: Layers,
  snooze: AlarmClock,
  set_status: CircleCheck,
};
