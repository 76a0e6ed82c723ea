import { createApiClient } from "@onethread/api-client";
import { ApiError, apiErrorOf } from "./api-error.ts";

/** The API at our own origin, typed by its OpenAPI document. */
export const api = createApiClient({ baseUrl: "" });

/** Header of a POST that may be repeated: the same key is done once. */
export const once = (key: string) => ({ headers: { "idempotency-key": key } });

/** What a call answers; every other outcome, no answer included, is thrown as an ApiError. */
export async function answerOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, code: "network", message: "No answer from the server." });
  }
  if (!result.response.ok) throw apiErrorOf(result.response, result.error);
  return result.data as T;
}
