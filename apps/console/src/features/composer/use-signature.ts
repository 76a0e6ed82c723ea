"use client";
import { type Channel, fillCannedBody, findQuestion } from "@onethread/core";
import { useCannedValues } from "../canned-replies/use-canned-values.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";

/** What is put below replies through this channel; empty: nothing. What it names and nobody knows is never sent as a gap. */
export function useSignature(customerName: string | null, channel: Channel | undefined): string {
  const { signatures } = useOwnSettings();
  const values = useCannedValues(customerName);
  const own = channel && signatures[channel];
  const filled = own?.on ? fillCannedBody(own.text, values).trim() : "";
  return findQuestion(filled) ? "" : filled;
}

/** A text with its signature. Files without words have none. */
export const signed = (text: string, signature: string): string => (text && signature ? `${text}\n\n${signature}` : text);
