"use client";
import { useQuery } from "@tanstack/react-query";
import { Sparkles, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getServedBuild } from "../../api/build.ts";
import { keys } from "../../api/keys.ts";
import { ownBuild } from "../../build.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

/** How often is asked, in ms; besides each time live updates come back, which is when a server was replaced. */
const every = 5 * 60_000;

/** Says that the server runs another build than this tab, and offers to load it. Never does so by itself. */
export function NewVersionBar() {
  const t = useTranslations("newVersion");
  const ui = useTranslations("ui");
  const [putOff, setPutOff] = useState<string | null>(null);
  const { data: served = null } = useQuery({
    queryKey: keys.servedBuild,
    queryFn: ({ signal }) => getServedBuild(signal),
    initialData: ownBuild,
    staleTime: every,
    refetchInterval: every,
    retry: false,
  });
  const shown = served !== null && served !== ownBuild && served !== putOff;
  return (
    <div role="status">
      {shown && (
        <Banner
          tone="info"
          icon={<Sparkles aria-hidden className="size-4" />}
          action={
            <>
              <Button size="small" onClick={() => window.location.reload()}>
                {t("reload")}
              </Button>
              <IconButton label={ui("close")} size="small" onClick={() => setPutOff(served)}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </>
          }
        >
          <span data-testid="new-version">{t("text")}</span>
        </Banner>
      )}
    </div>
  );
}
