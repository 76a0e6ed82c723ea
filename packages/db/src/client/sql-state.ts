/** What a database error says about whose fault it is. */
const text = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
};

/**
 * True when the row's own data is to blame: SQLSTATE classes 22 (data exception) and 23 (constraint). Everything else
 * (lost connection 08, deadlock and serialisation 40, full 53, lock timeout 55, shutdown 57, system 58) passes by itself.
 */
export const isDataError = (error: unknown): boolean => /^2[23]/.test(text(error) ?? "");

export const isUniqueViolation = (error: unknown): boolean => text(error) === "23505";

/** A row can't go while others refer to it, or refers to one that is not there. */
export const isStillReferred = (error: unknown): boolean => text(error) === "23503";

/** A statement was not even tried, because one before it in its transaction had failed. */
export const isAborted = (error: unknown): boolean => text(error) === "25P02";

/** A statement ran into the time that was set for it. */
export const isTimedOut = (error: unknown): boolean => text(error) === "57014";

/** The database can't be reached or can't take work now; nothing is known to be wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  const code = text(error) ?? "";
  if (/^(08|53|57|58)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOST)/.test(code)) return true;
  const message = error instanceof Error ? error.message : "";
  return /timeout exceeded when trying to connect|Connection terminated|connection error|Query read timeout|not queryable|Cannot use a pool/i.test(
    message,
  );
}
