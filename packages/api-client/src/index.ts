import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

export type { components, paths } from "./schema.d.ts";

/** The API's shapes by name, e.g. `Schemas["Conversation"]`. */
export type Schemas = components["schemas"];

export type ApiClientOptions = {
  /** Where the API is; empty: the page's own origin. */
  baseUrl: string;
  /** An API key; without one the browser's session cookie counts. */
  apiKey?: string;
  fetch?: (request: Request) => Promise<Response>;
};

/** A typed client of the public API. */
export function createApiClient({ baseUrl, apiKey, fetch }: ApiClientOptions): Client<paths> {
  return createClient<paths>({
    baseUrl,
    ...(apiKey ? { headers: { authorization: `Bearer ${apiKey}` } } : {}),
    ...(fetch ? { fetch } : {}),
  });
}
