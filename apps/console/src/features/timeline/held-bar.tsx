"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { usePost } from "../composer/post-office.tsx";

/** In the place of the status while a reply can still be taken back. */
export function HeldBar({ batch, until }: { batch: string; until: number }) {
  const t = useTranslations("timeline");
  const post = usePost();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="mt-0.5 flex items-center gap-1 px-1 text-sm text-subtle" data-testid="held-bar">
      <span role="status" className="sr-only">
        {t("held")}
      </span>
      <span aria-hidden className="tabular">
        {t("heldFor", { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}
      </span>
      <Button size="small" className="h-6" onClick={() => post.undo(batch)}>
        {t("undoSend")}
      </Button>
      <Button size="small" variant="quiet" className="h-6" onClick={() => post.now(batch)}>
        {t("sendNow")}
      </Button>
    </div>
  );
}
