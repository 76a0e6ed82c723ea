"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { useErrorText } from "../../ui/use-error-text.ts";

/** Something that may be refused, such as a code: busy while it runs, and what was wrong stands beside what was typed. */
export function useAttempt() {
  const client = useQueryClient();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const attempt = async <T>(work: () => Promise<T>, done: (result: T) => void): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      done(await work());
      await client.invalidateQueries({ queryKey: keys.security });
    } catch (cause) {
      setError(errorText(cause));
    }
    setBusy(false);
  };
  return { busy, error, attempt };
}
