"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Copy, ExternalLink, FileText, Phone, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkedText } from "../timeline/linked-text.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { outsideLink } from "./outside-links.ts";

type Card = NonNullable<TimelineItem["content"]["cards"]>[number];
type CardButton = Card["buttons"][number];

const icons = { reply: Reply, postback: Reply, url: ExternalLink, phone: Phone, copy_code: Copy, flow: FileText, other: null } as const;

/** Head, words, foot and buttons of a template or an interactive message, as the customer saw them. */
export function CardList({ cards, text, marks = false }: { cards: Card[]; text: string | null; marks?: boolean }) {
  const [only] = cards;
  if (cards.length === 1 && only && !only.imageUrl) return <OneCard card={only} text={text} marks={marks} />;
  return (
    <>
      {text && <LinkedText text={text} marks={marks} />}
      <ul className="my-1 flex max-w-full gap-2 overflow-x-auto pb-1">
        {cards.map((card, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message never move.
          <li key={index} className="w-52 shrink-0 rounded-control border border-line bg-surface px-3 py-2">
            <OneCard card={card} text={null} marks={marks} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneCard({ card, text, marks }: { card: Card; text: string | null; marks: boolean }) {
  const t = useTranslations("content");
  const words = [text, card.text].filter((one): one is string => Boolean(one));
  return (
    <>
      {card.title && (
        <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
          {card.title}
        </p>
      )}
      {words.map((one) => (
        <LinkedText key={one} text={one} marks={marks} />
      ))}
      {card.footer && (
        <p dir="auto" className="mt-0.5 text-muted text-sm">
          {card.footer}
        </p>
      )}
      {card.imageUrl && (
        <p className="text-sm">
          <OutsideLink url={card.imageUrl}>{t("openPicture")}</OutsideLink>
        </p>
      )}
      {card.url && (
        <p className="text-sm">
          <OutsideLink url={card.url}>{t("openPage")}</OutsideLink>
        </p>
      )}
      {card.buttons.length > 0 && (
        <ul aria-label={t("buttons")} className="mt-1.5 flex flex-wrap gap-1.5">
          {card.buttons.map((button, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: buttons of one card never move, and two can be alike.
            <li key={index} className="max-w-full">
              <ButtonShown button={button} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A button that only the customer can press; one that leads to a page can be followed by the agent too. */
function ButtonShown({ button }: { button: CardButton }) {
  const Icon = icons[button.kind];
  const href = outsideLink(button.url);
  const body = (
    <>
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />}
      <bdi className="truncate">{button.title}</bdi>
    </>
  );
  const className = "inline-flex max-w-full items-center gap-1.5 rounded-full border border-control/60 px-2.5 py-0.5 text-sm";
  if (!href) return <span className={className}>{body}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={`${className} text-accent-text hover:underline`}>
      {body}
    </a>
  );
}
