"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useLocale, useTranslations } from "next-intl";
import { clock } from "../../i18n/clock.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { money } from "../message-content/money.ts";

type Data = Record<string, unknown>;
const textIn = (data: Data, name: string): string | null => {
  const value = data[name];
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;
};

/** What happened beside the messages, told by a platform, as a sentence; null for anything else. */
export function useOccurrenceText(): (content: TimelineItem["content"]) => string | null {
  const t = useTranslations("timeline.occurrence");
  const dates = useDates();
  const locale = useLocale();

  const call = (data: Data): string => {
    const key = data.direction === "outbound" ? "callOut" : "callIn";
    const seconds = Number(data.durationSeconds);
    if (seconds > 0) return t(`${key}Lasted`, { duration: clock(seconds) });
    return textIn(data, "endedAt") ? t(`${key}Missed`) : t(key);
  };
  const payment = (data: Data): string => {
    const amount = textIn(data, "amount");
    const status = textIn(data, "status")?.toLowerCase() ?? "";
    const key = `paymentStatus.${status}` as "paymentStatus.other";
    return t("payment", {
      reference: textIn(data, "reference") ?? "",
      amount: amount ? money(amount, textIn(data, "currency"), locale) : "",
      status: t.has(key) ? t(key) : status || t("paymentStatus.other"),
    });
  };
  const consent = (data: Data): string => {
    const topic = textIn(data, "topic");
    const value = (textIn(data, "value") ?? textIn(data, "status") ?? "").toLowerCase();
    const stopped = value.startsWith("stop");
    if (topic) return t(stopped ? "topicStopped" : "topicAllowed", { topic });
    return t(stopped ? "marketingStopped" : "marketingAllowed");
  };
  const thread = (data: Data): string => {
    const to = textIn(data, "toApp") ?? textIn(data, "toRole");
    const summary = textIn(data, "summary");
    const asks = textIn(data, "requestedBy");
    const words = asks ? t("threadRequested", { app: asks }) : to ? t("threadPassed", { app: to }) : t("threadChanged");
    return summary ? `${words} ${t("threadSummary", { summary })}` : words;
  };
  const feedback = (data: Data): string => {
    const value = textIn(data, "feedback") ?? "";
    const comment = textIn(data, "comment");
    const good = /^(good|positive|thumbs_?up)/i.test(value);
    const bad = /^(bad|negative|thumbs_?down)/i.test(value);
    const words = good ? t("feedbackGood") : bad ? t("feedbackBad") : t("feedback", { value });
    return comment ? `${words} ${t("feedbackComment", { comment })}` : words;
  };

  return ({ event, data = {} }) => {
    switch (event) {
      case "call":
        return call(data);
      case "payment":
        return payment(data);
      case "consent": {
        const until = textIn(data, "until");
        return until ? `${consent(data)} ${t("until", { date: dates.appointment(until) })}` : consent(data);
      }
      case "thread_control":
        return thread(data);
      case "account_linked":
        return t(/^unlink/i.test(textIn(data, "status") ?? "") ? "accountUnlinked" : "accountLinked");
      case "feedback":
        return feedback(data);
      case "guest_opted_in":
        return t("guestOptedIn");
      case "page_viewed":
      case "site_event":
      case "visitor_identified":
        return t(event, data as Record<string, string>);
      default:
        return null;
    }
  };
}
