/** For how long one can be left alone, in the agent's own zone. */
export function quietTimes(now: Date): { name: "half" | "hour" | "hours" | "tomorrow"; at: Date }[] {
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  return [
    { name: "half", at: after(30) },
    { name: "hour", at: after(60) },
    { name: "hours", at: after(4 * 60) },
    { name: "tomorrow", at: new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9) },
  ];
}
