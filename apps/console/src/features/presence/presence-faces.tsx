"use client";
import { useTranslations } from "next-intl";
import { Avatar } from "../../ui/avatar.tsx";
import { cn } from "../../ui/class-names.ts";
import { type Other, useOthers } from "./use-others.ts";

/** So many faces; the rest is a number. */
const most = 2;

/** Colleagues who are at this conversation now, as ringed faces: a full ring looks, a dashed one writes. */
export function PresenceFaces({ conversationId }: { conversationId: string }) {
  const t = useTranslations("presence");
  const others = useOthers(conversationId);
  if (others.length === 0) return null;
  const text = others.map(({ name, mode }) => t(`is.${mode}`, { name })).join(" · ");
  return (
    <span data-testid="presence-faces" title={text} className="flex shrink-0 items-center gap-1">
      <span className="sr-only">{text}</span>
      {others.slice(0, most).map((other) => (
        <Face key={other.id} other={other} />
      ))}
      {others.length > most && (
        <span aria-hidden className="tabular text-info text-sm">
          +{others.length - most}
        </span>
      )}
    </span>
  );
}

function Face({ other: { name, mode } }: { other: Other }) {
  return (
    <span className={cn("flex rounded-full border-2 border-info p-px", mode !== "viewing" && "border-dashed")}>
      <Avatar name={name} size="small" />
    </span>
  );
}
