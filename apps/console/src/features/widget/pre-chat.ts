import type { WidgetSettings } from "@onethread/core/api";
import { freeName } from "./ordered.ts";

export type PreChatField = WidgetSettings["preChat"]["fields"][number];

/** What is asked for. Each is a field of some kind; the name of the first three says what it is about. */
export const askedFor = ["name", "email", "phone", "text", "choice", "consent"] as const;
export type AskedFor = (typeof askedFor)[number];

/** More than this, and visitors leave. */
export const mostFields = 4;

const usual: Partial<Record<AskedFor, Record<string, string>>> = {
  name: { en: "Your name", de: "Ihr Name", fr: "Votre nom", es: "Su nombre", pt: "Seu nome", ar: "اسمك" },
  email: {
    en: "Your e-mail address",
    de: "Ihre E-Mail-Adresse",
    fr: "Votre adresse e-mail",
    es: "Su correo electrónico",
    pt: "Seu e-mail",
    ar: "بريدك الإلكتروني",
  },
  phone: {
    en: "Your phone number",
    de: "Ihre Telefonnummer",
    fr: "Votre numéro de téléphone",
    es: "Su número de teléfono",
    pt: "Seu telefone",
    ar: "رقم هاتفك",
  },
};

/** A field for what is asked, with its usual words where there are any. */
export const newField = (what: AskedFor, others: readonly PreChatField[]): PreChatField => ({
  name: freeName(
    what === "text" ? "question" : what,
    others.map(({ name }) => name),
  ),
  kind: what === "name" ? "text" : what,
  required: what === "consent",
  label: usual[what] ?? {},
  options: [],
  link: null,
});

export const askedOf = ({ name, kind }: PreChatField): AskedFor => (name === "name" && kind === "text" ? "name" : kind);

/** What keeps a field from being shown as it is. */
export type FieldProblem = "label" | "options" | "link";
export const fieldProblem = ({ kind, label, options, link }: PreChatField): FieldProblem | null => {
  if (Object.keys(label).length === 0) return "label";
  if (kind === "choice" && (options.length === 0 || options.some((option) => Object.keys(option.label).length === 0))) return "options";
  return link !== null && !/^https:\/\/[^\s/]+\.[^\s/]+/.test(link) ? "link" : null;
};
