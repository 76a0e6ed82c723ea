"use client";
import { goTo, useAddress } from "./address.tsx";

/** The message of the open conversation that the address names. */
export const useTargetMessage = (): string | null => useAddress(({ search }) => new URLSearchParams(search).get("m"));

/** Shows a message of the open conversation. */
export function goToMessage(messageId: string): void {
  const query = new URLSearchParams(window.location.search);
  query.set("m", messageId);
  goTo(`${window.location.pathname}?${query}`);
}
