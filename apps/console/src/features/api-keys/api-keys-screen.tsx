"use client";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listApiKeys } from "../../api/api-keys.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { useListKeys } from "../settings/use-list-keys.ts";
import { ApiKeyRow } from "./api-key-row.tsx";
import { NewKeyDialog } from "./new-key-dialog.tsx";

/** Keys for programs. */
export function ApiKeysScreen() {
  const t = useTranslations("apiKeys");
  const [creating, setCreating] = useState(false);
  useListKeys({ create: () => setCreating(true) });
  return (
    <OnlyFor right="manage_api_keys">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={() => setCreating(true)}>
            <Plus aria-hidden className="size-4" />
            {t("create")}
          </Button>
        }
      >
        <Keys />
        <p className="mt-4">
          <a href="/api/docs" target="_blank" rel="noopener" className="font-medium text-accent-text underline underline-offset-2">
            {t("docs")}
          </a>
        </p>
        {creating && <NewKeyDialog onClose={() => setCreating(false)} />}
      </SettingsPage>
    </OnlyFor>
  );
}

function Keys() {
  const t = useTranslations("apiKeys");
  const list = useQuery({ queryKey: keys.apiKeys, queryFn: listApiKeys });
  return (
    <QueryBody
      query={list}
      empty={
        <EmptyState icon={<KeyRound aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")}>
          {t("emptyText")}
        </EmptyState>
      }
    >
      {(rows) => (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {rows.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
    </QueryBody>
  );
}
