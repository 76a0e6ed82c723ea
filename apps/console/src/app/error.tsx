"use client";
import { ErrorState } from "../ui/error-state.tsx";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  // What did not load stays not loaded for this page: only a new one asks for it again.
  const retry = error.name === "ChunkLoadError" ? () => location.reload() : reset;
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState error={error} onRetry={retry} />
    </main>
  );
}
