"use client";
import type { TimelineItem } from "@onethread/core/api";
import { FileQuestion, Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkedText } from "../timeline/linked-text.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { CardList } from "./card-list.tsx";
import { ContactCards } from "./contact-cards.tsx";
import { FormAnswers } from "./form-answers.tsx";
import { KindHeading } from "./kind-heading.tsx";
import { Heading, Labelled } from "./labelled.tsx";
import { LocationCard } from "./location-card.tsx";
import { OrderCard } from "./order-card.tsx";
import { RawForm } from "./raw-form.tsx";
import { ReferralChip } from "./referral-chip.tsx";
import { SharedThing } from "./shared-thing.tsx";

/** What a message holds. A kind that cannot be shown is named, never left empty. */
export function MessageContent({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline");
  const { content, attachments, referral, deletedAt } = item;
  if (deletedAt) return <Labelled>{item.direction === "inbound" ? t("deletedByCustomer") : t("deletedByBusiness")}</Labelled>;
  return (
    <>
      {referral && (referral.headline || referral.source || referral.ref || referral.adId) && <ReferralChip referral={referral} />}
      <KindHeading item={item} />
      {content.product && <ProductLine product={content.product} />}
      {attachments.length > 0 && <AttachmentList item={item} />}
      {content.share && !attachments.some((one) => one.link === content.share?.url) && (
        <SharedThing kind={content.share.type} title={content.share.title} url={content.share.url} />
      )}
      {content.location && <LocationCard location={content.location} />}
      {content.contacts && <ContactCards contacts={content.contacts} />}
      {content.order && <OrderCard order={content.order} />}
      {!attachments.some((one) => one.kind === "like_heart") && <Words content={content} marks={item.channel === "whatsapp"} />}
      {content.form && <FormAnswers form={content.form} />}
      <Unshown item={item} />
    </>
  );
}

function Words({ content, marks }: { content: TimelineItem["content"]; marks: boolean }) {
  const { text, cards, description, kind } = content;
  // A system notice is told in the agent's language by its heading.
  if (kind === "system" && content.notice) return null;
  if (cards && cards.length > 0) return <CardList cards={cards} text={text} marks={marks} />;
  return (
    <>
      {text !== null && text !== "" && <LinkedText text={text} marks={marks} />}
      {description && (
        <p dir="auto" className="text-muted">
          {description}
        </p>
      )}
    </>
  );
}

function ProductLine({ product }: { product: NonNullable<TimelineItem["content"]["product"]> }) {
  const t = useTranslations("content");
  return (
    <Heading icon={<Package aria-hidden />}>
      {t("asksAbout")} <bdi className="font-medium">{product.title ?? product.id ?? t("product")}</bdi>
    </Heading>
  );
}

/** The platform's name of a type, when it says anything. */
const typeWords = (type: string | undefined): string | null =>
  !type || /^(unknown|unsupported|unsupported_type)$/.test(type) ? null : type.replaceAll("_", " ");

/** Says what is missing where nothing, or not everything, could be shown. */
function Unshown({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline");
  const names = useTranslations("channels");
  const { content, attachments, channel } = item;
  const notShown = attachments.some((one) => one.kind === "unsupported_type" && one.state === "none");
  const empty = content.kind === "text" && !content.text && attachments.length === 0 && !content.product && !content.location;
  return (
    <>
      {content.kind === "unsupported" && !notShown && (
        <Labelled icon={<FileQuestion aria-hidden />}>
          {t("unsupported", { channel: channel ? names(channel) : t("channel"), type: typeWords(content.platformType) ?? t("somethingElse") })}
        </Labelled>
      )}
      {content.kind === "media_placeholder" && attachments.length === 0 && <Labelled>{t("mediaPlaceholder")}</Labelled>}
      {empty && <Labelled>{t("emptyText")}</Labelled>}
      {content.error && content.kind !== "unsupported" && (
        <p className="text-danger text-sm">
          {content.error.message ?? t("partMissing")} ({content.error.code})
        </p>
      )}
      {(content.kind === "unsupported" || notShown) && <RawForm item={item} />}
    </>
  );
}
