import { getCountry, getTimezone } from "countries-and-timezones";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** `country`: ISO 3166-1 alpha-2. `timeZone`: IANA; null where the country's clocks differ. */
export type Home = { country: string; timeZone: string | null };

/** Where a telephone number is at home; null: nowhere that is known. `digits`: with the country's code, without a plus. */
export function homeOf(digits: string): Home | null {
  const country = parsePhoneNumberFromString(`+${digits}`)?.country;
  if (!country) return null;
  const zones = getCountry(country)?.timezones.map((name) => getTimezone(name)) ?? [];
  const [first] = zones;
  const same = zones.every((zone) => zone && first && zone.utcOffset === first.utcOffset && zone.dstOffset === first.dstOffset);
  return { country, timeZone: first && same ? first.name : null };
}
