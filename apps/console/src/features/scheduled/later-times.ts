export type LaterPreset = "inAnHour" | "thisAfternoon" | "tomorrow" | "monday";

/** Times a reply is often put off to, in the agent's own zone: those that are ahead, each once. */
export function laterTimes(now: Date): { preset: LaterPreset; at: Date }[] {
  const at = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const times: { preset: LaterPreset; at: Date }[] = [
    { preset: "inAnHour", at: new Date(now.getTime() + 3_600_000) },
    { preset: "thisAfternoon", at: at(0, 14) },
    { preset: "tomorrow", at: at(1, 9) },
    { preset: "monday", at: at((8 - now.getDay()) % 7 || 7, 9) },
  ];
  return times.filter((time, index) => time.at > now && times.findIndex((other) => other.at.getTime() === time.at.getTime()) === index);
}

/** What a field for a date and a time holds: that of the reader's own zone, to the minute. */
export function fieldValue(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
