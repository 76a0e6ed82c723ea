"use client";
import type { OwnSecurity } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { endOtherSessions, endSession } from "../../api/security.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useSave } from "../settings/use-save.ts";
import { browserName } from "./browser-name.ts";

/** Where one is signed in, and how to end it there. */
export function SessionsSection({ sessions }: { sessions: OwnSecurity["sessions"] }) {
  const t = useTranslations("security");
  const { busy, save } = useSave(keys.security);
  return (
    <section aria-labelledby="sessions" className="flex flex-col gap-3">
      <h2 id="sessions" className="font-medium">
        {t("sessions")}
      </h2>
      <ul className="divide-y divide-line rounded-panel border border-line">
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button busy={busy} onClick={() => void save(endOtherSessions)} className="w-fit" data-testid="end-other-sessions">
          {t("endOthers")}
        </Button>
      )}
    </section>
  );
}

function Session({ session }: { session: OwnSecurity["sessions"][number] }) {
  const t = useTranslations("security");
  const dates = useDates();
  const { busy, save } = useSave(keys.security);
  const { browser, system } = browserName(session.userAgent);
  const name = browser && system ? t("browserOn", { browser, system }) : (browser ?? system ?? t("unknownBrowser"));
  return (
    <li data-testid="session" className="flex flex-wrap items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {session.current && <Badge tone="success">{t("thisOne")}</Badge>}
        </p>
        <p className="text-muted text-sm">
          {t("lastUsed", { date: dates.appointment(session.lastUsedAt) })} · {t("signedIn", { date: dates.appointment(session.createdAt) })}
        </p>
      </div>
      {!session.current && (
        <Button
          busy={busy}
          aria-label={t("endOf", { name, date: dates.appointment(session.createdAt) })}
          onClick={() => void save(() => endSession(session.id))}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
