export type LogDetail = { name: string; value: string };

/** A log entry's data as words, without what is only for machines or said already by its code. */
export function logDetails(data: Record<string, unknown>): LogDetail[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (value === null || value === "" || typeof value === "object" || key === "event" || key === "type" || /(^|_)id$|Id$/.test(key)) return [];
    const words = key
      .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
      .replaceAll(/[._]+/g, " ")
      .toLowerCase();
    return [{ name: words.charAt(0).toUpperCase() + words.slice(1), value: String(value) }];
  });
}
