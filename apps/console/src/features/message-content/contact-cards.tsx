"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Contact, Mail, MapPin, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CardBox } from "./card-box.tsx";
import { OutsideLink } from "./outside-link.tsx";

type Card = NonNullable<TimelineItem["content"]["contacts"]>[number];

/** People somebody has passed on. */
export function ContactCards({ contacts }: { contacts: Card[] }) {
  return contacts.map((contact, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message never move.
    <ContactCard key={index} contact={contact} />
  ));
}

function ContactCard({ contact }: { contact: Card }) {
  const t = useTranslations("content");
  const name = contact.name ?? t("contact");
  return (
    <CardBox label={t("contactOf", { name })}>
      <div className="flex flex-col gap-1 px-3 py-2">
        <p className="flex items-start gap-2 font-medium">
          <Contact aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
        </p>
        {contact.organisation && (
          <p dir="auto" className="ps-6 text-muted">
            {contact.organisation}
          </p>
        )}
        {contact.phones.map((phone) => (
          <Line key={phone.number} icon={<Phone aria-hidden />} note={phone.type}>
            <bdi dir="ltr">{phone.number}</bdi>
          </Line>
        ))}
        {contact.emails.map((email) => (
          <Line key={email.address} icon={<Mail aria-hidden />} note={email.type}>
            <bdi dir="ltr">{email.address}</bdi>
          </Line>
        ))}
        {contact.addresses.map((address) => (
          <Line key={address} icon={<MapPin aria-hidden />}>
            <bdi>{address}</bdi>
          </Line>
        ))}
        {contact.urls.map((url) => (
          <p key={url} className="ps-6">
            <OutsideLink url={url}>{url}</OutsideLink>
          </p>
        ))}
        {contact.birthday && <p className="ps-6 text-muted">{t("born", { date: contact.birthday })}</p>}
      </div>
    </CardBox>
  );
}

function Line({ icon, note, children }: { icon: ReactNode; note?: string | null; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2">
      <span className="mt-0.5 shrink-0 text-muted [&>svg]:size-4">{icon}</span>
      <span className="min-w-0 select-all [overflow-wrap:anywhere]">{children}</span>
      {note && <span className="text-sm text-subtle lowercase">{note}</span>}
    </p>
  );
}
