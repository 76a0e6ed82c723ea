"use client";
import type { Customer } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { Phone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useState } from "react";
import { searchCustomers } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { looksLikePhone, readPhone } from "./read-recipient.ts";

export type Recipient = { kind: "customer"; customer: Customer } | { kind: "phone"; digits: string };
type Props = { recipient: Recipient | null; onChange: (recipient: Recipient | null) => void; error: string | undefined };

/** Whom to write to: a customer found by name or address, or a phone number nobody has written from yet. */
export function RecipientField({ recipient, onChange, error }: Props) {
  const t = useTranslations("newMessage");
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: keys.customerSearch(q),
    queryFn: ({ signal }) => searchCustomers(q, signal),
    enabled: q !== "" && recipient === null,
  });
  const digits = readPhone(text);
  if (recipient) {
    const name = recipient.kind === "phone" ? `+${recipient.digits}` : (recipient.customer.name ?? t("noName"));
    return (
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("to")}</p>
        <p className="flex items-center gap-2 rounded-control border border-line py-1 ps-2.5 pe-1" data-testid="recipient">
          <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
          <IconButton size="small" label={t("changeRecipient")} onClick={() => onChange(null)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </p>
        {error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
      </div>
    );
  }
  const customers = q === "" ? [] : (found.data ?? []).slice(0, 6);
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("to")} hint={t("toHint")} error={error}>
        <Input data-testid="recipient-input" autoFocus value={text} dir="auto" autoComplete="off" onChange={(event) => setText(event.target.value)} />
      </Field>
      <ul className="flex flex-col">
        {digits && (
          <li>
            <Row onChoose={() => onChange({ kind: "phone", digits })} testId="recipient-phone">
              <Phone aria-hidden className="mx-2 size-4 text-muted" />
              <span>
                {t("writeTo")} <bdi dir="ltr">+{digits}</bdi>
              </span>
            </Row>
          </li>
        )}
        {customers.map((customer) => (
          <li key={customer.id}>
            <Row onChoose={() => onChange({ kind: "customer", customer })} testId="recipient-customer">
              <Avatar name={customer.name} />
              <span className="min-w-0">
                <bdi className="block truncate font-medium">{customer.name ?? t("noName")}</bdi>
                <span className="block truncate text-muted text-sm">
                  {customer.identities.map((identity) => identity.displayName ?? identity.value).join(" · ")}
                </span>
              </span>
            </Row>
          </li>
        ))}
      </ul>
      {q !== "" && found.isSuccess && customers.length === 0 && !digits && (
        <p role="status" className="text-muted">
          {looksLikePhone(q) ? t("countryCode") : t("nobody")}
        </p>
      )}
    </div>
  );
}

function Row({ onChoose, testId, children }: { onChoose: () => void; testId: string; children: ReactNode }) {
  return (
    <button
      type="button"
      data-testid={testId}
      onClick={onChoose}
      className="flex w-full items-center gap-2 rounded-control px-2 py-1.5 text-start hover:bg-hover"
    >
      {children}
    </button>
  );
}
