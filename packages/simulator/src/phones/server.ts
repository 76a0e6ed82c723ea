import type { View } from "../api/view.ts";

export type { View };
export type Account = View["accounts"][number];
export type Person = View["people"][number];
export type Thread = View["threads"][number];
export type Message = Thread["messages"][number];
export type OpenedLink = { channel: Account["channel"]; accountId: string; prefilledText: string | null };

async function call<T>(path: string, body?: unknown): Promise<T> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/simulator/api/${path}`, body === undefined ? {} : post);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { error?: string }).error ?? "The simulator does not answer.");
  return answer as T;
}

export const fetchView = (personId: string): Promise<View> => call(`state?personId=${encodeURIComponent(personId)}`);
export const addPerson = (name: string): Promise<Person> => call("people", { name });
export const sendText = (personId: string, accountId: string, text: string): Promise<{ delivered: boolean }> =>
  call("messages", { personId, accountId, text });
export const markRead = (personId: string, accountId: string): Promise<unknown> => call("read", { personId, accountId });
export const followLink = (personId: string, url: string): Promise<OpenedLink> => call("open-link", { personId, url });
