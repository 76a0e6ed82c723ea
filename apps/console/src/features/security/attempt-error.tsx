import { Banner } from "../../ui/banner.tsx";

/** Why an attempt failed, said where it was made; there from the beginning, so that it is read aloud when it comes. */
export function AttemptError({ error }: { error: string | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {error && (
        <Banner tone="danger" className="rounded-control">
          {error}
        </Banner>
      )}
    </div>
  );
}
