"use client";
import { type Role, roles } from "@onethread/core";
import { useTranslations } from "next-intl";
import { useMay } from "../frame/me.tsx";

/** The roles this person may give: an admin gives every role but owner. */
export function useRoleOptions(current?: Role): { value: Role; label: string }[] {
  const t = useTranslations("members");
  const mayOwn = useMay("manage_owners");
  return roles
    .filter((role) => role !== "owner" || mayOwn || current === "owner")
    .toReversed()
    .map((role) => ({ value: role, label: t(`role.${role}`) }));
}
