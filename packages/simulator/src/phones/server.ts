import type { Act } from "../acts/act-schema.ts";
import type { View } from "../api/view.ts";
import type { MetaAct } from "../meta/meta-schema.ts";
import type { MetaView } from "../meta/meta-view.ts";
import type { Choice, Shown } from "../world/shown.ts";

export type { Act, Choice, MetaAct, MetaView, Shown, View };
export type Account = View["accounts"][number];
export type Person = View["people"][number];
export type Thread = View["threads"][number];
export type Message = Thread["messages"][number];
export type OpenedLink = { channel: Account["channel"]; accountId: string; prefilledText: string | null };
/** Who does something, and where. */
export type Spot = { personId: string; accountId: string };
export type Extra = { replyTo?: string; forwarded?: "once" | "often" };

async function call<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const post = { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/simulator/api/${path}`, body === undefined ? {} : post);
  const answer: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error((answer as { error?: string }).error ?? "The simulator does not answer.");
  return answer as T;
}

export const fetchView = (personId: string): Promise<View> => call(`state?personId=${encodeURIComponent(personId)}`);
export const addPerson = (name: string): Promise<Person> => call("people", { name });
export const sendText = (spot: Spot, text: string, extra: Extra = {}): Promise<{ delivered: boolean }> =>
  call("messages", { ...spot, text, ...extra });
export const doAct = (spot: Spot, act: Act, extra: Extra = {}): Promise<{ delivered: boolean }> => call("acts", { ...spot, act, ...extra });
export const markRead = (personId: string, accountId: string): Promise<unknown> => call("read", { personId, accountId });
export const followLink = (personId: string, url: string): Promise<OpenedLink> => call("open-link", { personId, url });

/** Keeps a file from this computer; answers the id to send it by. */
export async function uploadFile(file: File): Promise<{ mediaId: string; kind: "image" | "video" | "audio" | "document" | "sticker" }> {
  const response = await fetch(`/simulator/api/files?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: { "content-type": file.type || "application/octet-stream" },
    body: file,
  });
  if (!response.ok) throw new Error("The file could not be taken.");
  return (await response.json()) as { mediaId: string; kind: "image" };
}

export const fetchMeta = (): Promise<MetaView> => call("meta");
export const doMeta = (accountId: string, personId: string | undefined, act: MetaAct): Promise<{ told: boolean }> =>
  call("meta", { accountId, ...(personId ? { personId } : {}), act });
export const addFault = (fault: unknown): Promise<unknown> => call("faults", fault);
export const clearFaults = (): Promise<unknown> => call("faults", {}, "DELETE");
export const setMischief = (settings: unknown): Promise<unknown> => call("mischief", settings);
export const shakeHands = (accountId: string): Promise<{ ok: boolean; status: number | null }> => call("handshake", { accountId });
export const addAccount = (account: unknown): Promise<Account> => call("accounts", account);
