/** A template as the Graph API lists it. */
type TemplateButton = { type: string; text?: string | undefined; url?: string | undefined; [key: string]: unknown };
export type TemplatePart = {
  type: "HEADER" | "BODY" | "FOOTER" | "BUTTONS";
  format?: string | undefined;
  text?: string | undefined;
  buttons?: TemplateButton[] | undefined;
  [key: string]: unknown;
};
export type Template = {
  id: string;
  name: string;
  language: string;
  status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
  category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
  parameter_format: "POSITIONAL" | "NAMED";
  quality_score: { score: "GREEN" | "YELLOW" | "RED" | "UNKNOWN" };
  rejected_reason: string;
  components: TemplatePart[];
};
