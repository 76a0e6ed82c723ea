"use client";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AttemptError } from "./attempt-error.tsx";

type Props = {
  title: string;
  text?: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  error: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that asks for something that may be wrong, and says so in itself. */
export function AttemptDialog({ title, text, action, danger = false, busy, error, onSubmit, onClose, children }: Props) {
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      footer={
        <Button type="submit" form={formId} variant={danger ? "danger" : "primary"} busy={busy}>
          {action}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        {children}
        <AttemptError error={error} />
      </form>
    </Dialog>
  );
}
