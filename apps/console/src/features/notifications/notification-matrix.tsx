"use client";
import { type NotificationWay, notificationEvents, notificationSetting, notificationWays, waysOf } from "@onethread/core";
import type { AgentSettings } from "@onethread/core/api";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";

type Props = { settings: AgentSettings; onChange: (patch: Partial<AgentSettings>) => void; onTry: (way: TryableWay) => void };
/** The count is always there to be seen. */
export type TryableWay = Exclude<NotificationWay, "count">;

/** What one is told of, by which way. */
export function NotificationMatrix({ settings, onChange, onTry }: Props) {
  const t = useTranslations("notifications");
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-line border-b">
          <td />
          {notificationWays.map((way) => (
            <th key={way} scope="col" className="w-14 px-1 py-2 text-center font-medium text-muted text-sm sm:w-20">
              {t(`way.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notificationEvents.map((event) => {
          const name = notificationSetting[event];
          const chosen: readonly NotificationWay[] = settings[name];
          const possible: readonly NotificationWay[] = waysOf[event];
          const toggle = (way: NotificationWay) =>
            onChange({ [name]: possible.filter((one) => (one === way ? !chosen.includes(one) : chosen.includes(one))) });
          return (
            <tr key={event} className="border-line border-b">
              <th scope="row" className="py-2 pe-2 text-start font-normal">
                {t(`event.${event}`)}
              </th>
              {notificationWays.map((way) => (
                <td key={way} className="text-center">
                  {possible.includes(way) ? (
                    <label className="inline-flex size-8 cursor-pointer items-center justify-center rounded-control hover:bg-hover">
                      <input
                        type="checkbox"
                        className="size-4 accent-(--c-accent)"
                        aria-label={`${t(`event.${event}`)}: ${t(`way.${way}`)}`}
                        data-testid={`notify-${event}-${way}`}
                        checked={chosen.includes(way)}
                        onChange={() => toggle(way)}
                      />
                    </label>
                  ) : (
                    <span className="text-subtle">
                      <span aria-hidden>–</span>
                      <span className="sr-only">{t("notPossible")}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="py-2 pe-2 text-start font-normal text-muted">
            {t("try")}
          </th>
          {(["toast", "desktop", "sound"] as const).map((way) => (
            <td key={way} className="text-center">
              <IconButton label={t("tryWay", { way: t(`way.${way}`) })} onClick={() => onTry(way)} data-testid={`try-${way}`}>
                <Play aria-hidden className="size-4 rtl:-scale-x-100" />
              </IconButton>
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
