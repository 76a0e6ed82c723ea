const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Dates = {
  /** `14m`, `3h`, `Tue`, `12 Mar`: how long ago, for a list. */
  short(iso: string, now: number): string;
  /** `18:00`, `Tue`, `12 Mar`: when something comes, for a list. */
  soon(iso: string, now: number): string;
  /** `14:05`. */
  time(iso: string): string;
  /** `Today`, `Yesterday`, `Monday, 3 November`. */
  day(iso: string, now: number): string;
  /** Everything, with the zone, for tooltips. */
  full(iso: string): string;
  /** `Tue, 9:00` or `12 Mar, 9:00`. */
  appointment(iso: string): string;
  /** `12 Mar, 9:00:05`. */
  moment(iso: string): string;
  /** `3h`: a span in its largest unit. */
  age(milliseconds: number): string;
  /** `12 sec. ago`, `3 hr. ago`: in its largest unit, to the second. */
  ago(iso: string, now: number): string;
  /** `22h 10m`, never negative; under a minute it says a minute. */
  span(milliseconds: number): string;
};

/** Dates in the reader's language and time zone. */
export function makeDates(locale: string, timeZone?: string): Dates {
  const zone = timeZone ? { timeZone } : {};
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, ...zone });
    return (value: number) => formatter.format(value);
  };
  const unit = (name: "minute" | "hour" | "day") => {
    const formatter = new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "narrow" });
    return (value: number) => formatter.format(value);
  };
  const [minutes, hours, days] = [unit("minute"), unit("hour"), unit("day")];
  const time = format({ hour: "numeric", minute: "2-digit" });
  const weekday = format({ weekday: "short" });
  const shortDate = format({ day: "numeric", month: "short" });
  const longDate = format({ weekday: "long", day: "numeric", month: "long" });
  const longDateYear = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const shortDateYear = format({ day: "numeric", month: "short", year: "numeric" });
  const full = format({ dateStyle: "full", timeStyle: "long" });
  const appointment = format({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
  const moment = format({ day: "numeric", month: "short", hour: "numeric", minute: "2-digit", second: "2-digit" });
  const dayNumber = format({ year: "numeric", month: "numeric", day: "numeric" });
  const year = format({ year: "numeric" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const shortRelative = new Intl.RelativeTimeFormat(locale, { style: "short" });
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

  return {
    short(iso, now) {
      const at = Date.parse(iso);
      const age = now - at;
      if (age < hour) return minutes(Math.max(0, Math.floor(age / minute)));
      if (age < day) return hours(Math.floor(age / hour));
      if (age < 6 * day) return weekday(at);
      return year(at) === year(now) ? shortDate(at) : shortDateYear(at);
    },
    soon(iso, now) {
      const at = Date.parse(iso);
      if (at - now < day) return time(at);
      return at - now < 6 * day ? weekday(at) : shortDate(at);
    },
    time: (iso) => time(Date.parse(iso)),
    day(iso, now) {
      const at = Date.parse(iso);
      if (dayNumber(at) === dayNumber(now)) return capital(relative.format(0, "day"));
      if (dayNumber(at) === dayNumber(now - day)) return capital(relative.format(-1, "day"));
      return year(at) === year(now) ? longDate(at) : longDateYear(at);
    },
    full: (iso) => full(Date.parse(iso)),
    appointment: (iso) => appointment(Date.parse(iso)),
    moment: (iso) => moment(Date.parse(iso)),
    age(milliseconds) {
      if (milliseconds < hour) return minutes(Math.max(1, Math.floor(milliseconds / minute)));
      return milliseconds < day ? hours(Math.floor(milliseconds / hour)) : days(Math.floor(milliseconds / day));
    },
    ago(iso, now) {
      const past = Math.max(0, now - Date.parse(iso));
      if (past < minute) return shortRelative.format(-Math.floor(past / 1000), "second");
      if (past < hour) return shortRelative.format(-Math.floor(past / minute), "minute");
      return past < day ? shortRelative.format(-Math.floor(past / hour), "hour") : shortRelative.format(-Math.floor(past / day), "day");
    },
    span(milliseconds) {
      const total = Math.max(1, Math.floor(milliseconds / minute));
      if (total < 60) return minutes(total);
      if (total < 24 * 60) {
        const rest = total % 60;
        return rest ? `${hours(Math.floor(total / 60))} ${minutes(rest)}` : hours(Math.floor(total / 60));
      }
      return days(Math.floor(total / (24 * 60)));
    },
  };
}

/** A key that is equal for two instants of the same day in the reader's zone. */
export const dayKey = (iso: string): string => {
  const date = new Date(iso);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
};
