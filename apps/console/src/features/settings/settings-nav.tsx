"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Badge } from "../../ui/badge.tsx";
import { useEndingKeys } from "../api-keys/use-ending-keys.ts";
import { settingsPages } from "./settings-pages.ts";

const isIn = (path: string, name: string): boolean => path === `/settings/${name}` || path.startsWith(`/settings/${name}/`);

/** The pages of the settings. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const path = usePathname();
  return (
    <nav aria-label={t("title")} className="shrink-0 border-line border-b bg-app p-2 md:w-52 md:border-e md:border-b-0">
      <h2 className="hidden px-2 pt-1.5 pb-3 font-semibold md:block">{t("title")}</h2>
      <ul className="flex gap-px overflow-x-auto md:flex-col">
        {settingsPages.map(({ path: name, Icon }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              ref={(link) => {
                // On a phone the pages are a row that scrolls: the one in view is in sight.
                if (isIn(path, name)) link?.scrollIntoView({ block: "nearest", inline: "nearest" });
              }}
              aria-current={isIn(path, name) ? "page" : undefined}
              className="flex h-8 items-center gap-2 whitespace-nowrap rounded-control px-2 text-muted hover:bg-hover hover:text-fg aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-fg"
            >
              <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              {t(`nav.${name}`)}
              {name === "api-keys" && <EndingCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many API keys end within a week. */
function EndingCount() {
  const t = useTranslations("apiKeys");
  const count = useEndingKeys().ending.length;
  if (count === 0) return null;
  const text = t("endingSoon", { count });
  return (
    <Badge tone="warning" title={text} className="tabular ms-auto">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{text}</span>
    </Badge>
  );
}
