import { usePanel } from "./context.ts";

/** Whether somebody is there, and how long an answer takes: as the desk's schedule and its last answers have it. */
export function HoursLine() {
  const { texts, config } = usePanel();
  const { hours, replyTimeMs } = config;
  if (hours && !hours.open) {
    return (
      <p class="hours">
        {texts.say("closed")}
        {hours.opensAt && <> · {texts.say("opens", { when: whenOf(hours.opensAt, texts.locale) })}</>}
        <br />
        {config.texts.away ?? texts.say("closedText")}
      </p>
    );
  }
  const line = [
    hours ? texts.say("open") : null,
    replyTimeMs === null ? null : texts.say("replyTime", { time: lengthOf(replyTimeMs / 1000, texts.locale) }),
  ];
  const said = line.filter(Boolean).join(" · ");
  return said ? <p class="hours">{said}</p> : null;
}

/** In the visitor's own time; the weekday unless it is today. */
export function whenOf(at: string, locale: string, now = new Date()): string {
  const date = new Date(at);
  const today = date.toDateString() === now.toDateString();
  const time = { hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, today ? time : { weekday: "long", ...time }).format(date);
}

/** Rounded up, since it is a promise: 5 min, 2 hours, 3 days. */
export function lengthOf(seconds: number, locale: string): string {
  const [value, unit] =
    seconds <= 3600
      ? [Math.max(1, Math.ceil(seconds / 60)), "minute"]
      : seconds <= 86_400
        ? [Math.ceil(seconds / 3600), "hour"]
        : [Math.ceil(seconds / 86_400), "day"];
  return new Intl.NumberFormat(locale, { style: "unit", unit: unit as string, unitDisplay: "long" }).format(value as number);
}
