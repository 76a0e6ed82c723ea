import { answerOf } from "./client.ts";

/** A call to one of the few addresses that are not part of the described API: signing in and out, set-up, invitations. */
export function entrance<T>(method: "GET" | "POST", path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const request: RequestInit = {
    method,
    headers: { ...headers, accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return answerOf<T>(
    fetch(path, request).then(async (response) => {
      const parsed: unknown = await response.json().catch(() => undefined);
      return response.ok ? { data: parsed as T, response } : { error: parsed, response };
    }),
  );
}
