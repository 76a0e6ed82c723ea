"use client";
import type { Customer } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { patchCustomer } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { useNameOfCustomer } from "../../i18n/use-customer-name.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";

/** The name, and giving another one; a person's word outranks what the platforms say. */
export function CustomerName({ customer }: { customer: Customer }) {
  const t = useTranslations("details");
  const nameOf = useNameOfCustomer();
  const mayEdit = useMay("work_cases");
  const [editing, setEditing] = useState(false);
  if (editing) return <NameForm customer={customer} onClose={() => setEditing(false)} />;
  return (
    <div className="group flex min-w-0 flex-1 items-center gap-1">
      <h2 className="min-w-0 font-semibold text-title [overflow-wrap:anywhere]">
        <bdi>{nameOf(customer)}</bdi>
      </h2>
      {mayEdit && (
        <IconButton label={t("editName")} size="small" onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-3.5" />
        </IconButton>
      )}
    </div>
  );
}

function NameForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations("details");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [name, setName] = useState(customer.name ?? "");
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      client.setQueryData(keys.customer(customer.id), await patchCustomer(customer.id, { name: name.trim() || null }));
      void client.invalidateQueries({ queryKey: keys.conversations });
      onClose();
    } catch (error) {
      toasts.add({ type: "error", title: t("nameNotSaved"), description: errorText(error) });
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-1 flex-col gap-2">
      <Input
        aria-label={t("name")}
        value={name}
        maxLength={200}
        autoFocus
        dir="auto"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && !event.nativeEvent.isComposing && onClose()}
      />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          {ui("save")}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}
