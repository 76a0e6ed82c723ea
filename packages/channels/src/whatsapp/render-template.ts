import type { OutboundContent, PlatformCall, SendRequest, TemplateComponent, TemplateParameter } from "@onethread/core";
import { fileOf } from "../meta/file-of.ts";
import { given, graphPath } from "../meta/graph-call.ts";
import { linkOrId } from "./render-media.ts";

type Template = Extract<OutboundContent, { kind: "template" }>;

/**
 * A template with its values. Named values carry `parameter_name`, positional ones go by their order.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages and
 * …/templates/marketing-templates/coupon-templates (2026)
 */
export function renderTemplate({ name, language, components }: Template, files: SendRequest["files"]): Record<string, unknown> {
  const filled = components.filter((one) => one.parameters.length > 0).map((one) => componentOf(one, files));
  return { name, language: { code: language }, ...(filled.length === 0 ? {} : { components: filled }) };
}

const componentOf = (component: TemplateComponent, files: SendRequest["files"]): Record<string, unknown> => ({
  type: component.type,
  ...(component.type === "button" ? { sub_type: component.subType ?? "quick_reply", index: String(component.index ?? 0) } : {}),
  parameters: component.parameters.map((parameter) => parameterOf(parameter, component, files)),
});

function parameterOf(parameter: TemplateParameter, { subType }: TemplateComponent, files: SendRequest["files"]): Record<string, unknown> {
  switch (parameter.type) {
    case "text":
      return given({ type: "text", parameter_name: parameter.name, text: parameter.text });
    case "location": {
      const { latitude, longitude, name, address } = parameter;
      return { type: "location", location: given({ latitude, longitude, name, address }) };
    }
    case "payload":
      if (subType === "url") return { type: "text", text: parameter.payload };
      if (subType === "catalog") return { type: "action", action: { thumbnail_product_retailer_id: parameter.payload } };
      return { type: "payload", payload: parameter.payload };
    case "code":
      return { type: "coupon_code", coupon_code: parameter.code };
    case "flow":
      return { type: "action", action: given({ flow_token: parameter.token, flow_action_data: parameter.data }) };
    case "products":
      return {
        type: "action",
        action: {
          thumbnail_product_retailer_id: parameter.thumbnailProductId,
          sections: parameter.sections.map(({ title, productIds }) => ({
            title,
            product_items: productIds.map((id) => ({ product_retailer_id: id })),
          })),
        },
      };
    default: {
      const type = parameter.type === "file" ? "document" : parameter.type;
      const file = "attachmentId" in parameter ? fileOf(files, parameter.attachmentId) : null;
      const filename = type === "document" ? (parameter.filename ?? file?.name) : undefined;
      return { type, [type]: { ...linkOrId(file?.ref ?? { url: "url" in parameter ? parameter.url : "" }), ...given({ filename }) } };
    }
  }
}

/**
 * A page of a business account's templates.
 * Source: https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/ (v25, 2026)
 */
export const renderTemplateList = ({ scope, after }: { scope: string; after: string | null }): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `${graphPath([scope, "message_templates"])}?fields=${listed}&limit=100${after === null ? "" : `&after=${encodeURIComponent(after)}`}`,
});

const listed = "id,name,language,status,category,quality_score,rejected_reason,parameter_format,components";
