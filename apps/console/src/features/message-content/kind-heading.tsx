"use client";
import type { TimelineItem } from "@onethread/core/api";
import { AtSign, Calendar, ClipboardCheck, Forward, Info, ListChecks, MessageSquare, MousePointerClick, Phone, Users, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Heading } from "./labelled.tsx";
import { OutsideLink } from "./outside-link.tsx";

type Content = TimelineItem["content"];

/** Lines that say what a message is besides its words: an answer to a button, a comment, a story reply, a notice. */
export function KindHeading({ item }: { item: TimelineItem }) {
  const t = useTranslations("content");
  const { content } = item;
  return (
    <>
      {content.forwarded && (
        <Heading icon={<Forward aria-hidden className="rtl:-scale-x-100" />}>
          {t(content.forwarded === "often" ? "forwardedOften" : "forwarded")}
        </Heading>
      )}
      {content.group && <Heading icon={<Users aria-hidden />}>{t("inGroup", { group: content.group })}</Heading>}
      <KindLine item={item} />
      {content.permission && <Heading icon={<Phone aria-hidden />}>{t(permissionKey(content.permission))}</Heading>}
      {content.payment && (
        <Heading icon={<Wallet aria-hidden />}>
          {t("paymentWith", { method: content.payment.method?.replaceAll("_", " ") ?? t("payment") })}
          {content.payment.lastDigits && ` ·· ${content.payment.lastDigits}`}
          {content.payment.reference && ` · ${content.payment.reference}`}
        </Heading>
      )}
      {content.commands && content.commands.length > 0 && (
        <Heading icon={<ListChecks aria-hidden />}>{content.commands.map((name) => `/${name}`).join(" ")}</Heading>
      )}
    </>
  );
}

const permissionKey = ({ kind, granted }: NonNullable<Content["permission"]>) => {
  if (kind === "call") return granted ? "callAllowed" : "callRefused";
  return granted ? "allowed" : "refused";
};

function KindLine({ item }: { item: TimelineItem }): ReactNode {
  const t = useTranslations("content");
  const { content } = item;
  switch (content.kind) {
    case "postback":
    case "button_reply":
      return <Heading icon={<MousePointerClick aria-hidden />}>{t("pressed")}</Heading>;
    case "list_reply":
      return <Heading icon={<ListChecks aria-hidden />}>{t("choseFromList")}</Heading>;
    case "flow_reply":
      return <Heading icon={<ClipboardCheck aria-hidden />}>{t("filledForm")}</Heading>;
    case "system_reply":
      return content.permission || content.payment ? null : <Heading icon={<ClipboardCheck aria-hidden />}>{t("answeredRequest")}</Heading>;
    case "story_reply":
      return <StoryLine text={t("storyReply")} story={content.story} />;
    case "story_mention":
      return <StoryLine text={t("storyMention")} story={content.story} />;
    case "comment":
      return <CommentLine content={content} />;
    case "appointment":
      return <AppointmentLine appointment={content.appointment} />;
    case "template":
      return content.template?.name ? (
        <Heading>{[t("template", { name: content.template.name }), content.template.language].filter(Boolean).join(" · ")}</Heading>
      ) : null;
    case "system":
      return <Heading icon={<Info aria-hidden />}>{noticeText(t, content)}</Heading>;
    default:
      return null;
  }
}

function StoryLine({ text, story }: { text: string; story: Content["story"] }) {
  const t = useTranslations("content");
  return (
    <Heading icon={<AtSign aria-hidden />}>
      {text} {story?.url && <OutsideLink url={story.url}>{t("openStory")}</OutsideLink>}
    </Heading>
  );
}

function CommentLine({ content: { comment } }: { content: Content }) {
  const t = useTranslations("content.comment");
  const place = comment?.live ? "live" : comment?.adId ? "ad" : (comment?.place ?? "post");
  const key = `place.${place}` as "place.post";
  const where = t.has(key) ? t(key) : t("place.post");
  return (
    <Heading icon={<MessageSquare aria-hidden />}>
      {t(comment?.parentId && comment.parentId !== comment.postId ? "answer" : "comment", { where })}
    </Heading>
  );
}

function AppointmentLine({ appointment }: { appointment: Content["appointment"] }) {
  const t = useTranslations("content.appointment");
  const dates = useDates();
  const starts = appointment?.startsAt;
  const known = starts && Number.isFinite(Date.parse(starts));
  return (
    <Heading icon={<Calendar aria-hidden />}>
      {t("title")}
      {known && ` · ${dates.appointment(starts)}`}
      {appointment?.status && ` · ${appointment.status.toLowerCase().replaceAll("_", " ")}`}
    </Heading>
  );
}

function noticeText(t: ReturnType<typeof useTranslations<"content">>, { notice, text }: Content): string {
  const key = `notice.${notice ?? "other"}` as "notice.other";
  if (t.has(key)) return t(key);
  return text ?? t("notice.other");
}
