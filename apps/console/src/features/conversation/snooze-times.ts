export type SnoozePreset = "later" | "tonight" | "tomorrow" | "monday" | "nextWeek";

/** When a snooze wakes, in the agent's own zone. Only times that are still ahead and differ from each other. */
export function snoozeTimes(now: Date): { preset: SnoozePreset; at: Date }[] {
  const at = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const times: { preset: SnoozePreset; at: Date }[] = [
    { preset: "later", at: new Date(now.getTime() + 3 * 3_600_000) },
    { preset: "tonight", at: at(0, 18) },
    { preset: "tomorrow", at: at(1, 9) },
    { preset: "monday", at: at(untilMonday, 9) },
    { preset: "nextWeek", at: at(7, 9) },
  ];
  return times.filter((time, index) => time.at > now && times.findIndex((other) => other.at.getTime() === time.at.getTime()) === index);
}
