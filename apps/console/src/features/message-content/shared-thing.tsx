"use client";
import { useTranslations } from "next-intl";
import { OutsideLink } from "./outside-link.tsx";
import { outsideLink } from "./outside-links.ts";

type Props = { kind: string; title: string | null; url: string | null };

/** A post, reel, story or page somebody passed on: what it is, its title, and a link that the agent may follow. */
export function SharedThing({ kind, title, url }: Props) {
  const t = useTranslations("content");
  const key = `kind.${kind}` as "kind.share";
  const name = t.has(key) ? t(key) : t("kind.share");
  const reachable = outsideLink(url) !== null;
  return (
    <div className="my-1 flex max-w-72 flex-col border-control border-s-2 ps-2.5">
      <span className="text-muted text-sm">{name}</span>
      {title && <bdi className="font-medium [overflow-wrap:anywhere]">{title}</bdi>}
      {reachable ? <OutsideLink url={url}>{t("open", { name })}</OutsideLink> : <span className="text-sm text-subtle">{t("noLink")}</span>}
    </div>
  );
}
