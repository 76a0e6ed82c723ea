import type { Problem } from "../wire.ts";

/** What the desk refused, or that it could not be asked (`status` 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof Refused ? { code: error.code, message: error.message } : { code: "unknown", message: String(error) };

type Ask = { method?: "GET" | "POST" | "DELETE"; body?: unknown; token?: string | null; signal?: AbortSignal };

/** One request to the desk; its frame is of the desk's origin. Tokens go in the header, never in the address. */
export async function request(path: string, { method = "GET", body, token, signal }: Ask = {}): Promise<Response> {
  const raw = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : raw ? body : JSON.stringify(body),
      signal: signal ?? null,
      credentials: "omit",
      cache: "no-store",
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, "offline", "The desk can't be reached.");
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; title?: string };
  throw new Refused(response.status, problem.code ?? "unknown", problem.detail ?? problem.title ?? response.statusText);
}
