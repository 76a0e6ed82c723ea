import type { RouteModule } from "../http/endpoint.ts";
import { attachmentRoutes } from "./attachments.ts";
import { bulkChangeRoutes } from "./bulk-changes.ts";
import { businessHoursRoutes } from "./business-hours.ts";
import { cannedReplyRoutes } from "./canned-replies.ts";
import { channelAccountRoutes, webhookEventRoutes } from "./channel-accounts.ts";
import { conversationRoutes } from "./conversations.ts";
import { customerRoutes } from "./customers.ts";
import { draftRoutes } from "./drafts.ts";
import { macroRoutes } from "./macros.ts";
import { messageRoutes } from "./messages.ts";
import { noticeRoutes } from "./notices.ts";
import { presenceRoutes } from "./presence.ts";
import { queueRoutes } from "./queues.ts";
import { routingRuleRoutes } from "./routing-rules.ts";
import { savedViewRoutes } from "./saved-views.ts";
import { scheduledMessageRoutes } from "./scheduled-messages.ts";
import { searchRoutes } from "./search.ts";
import { securityRoutes } from "./security.ts";
import { statusRoutes } from "./status.ts";
import { apiKeyRoutes, labelRoutes, teamRoutes } from "./team.ts";
import { templateRoutes } from "./templates.ts";
import { widgetRoutes } from "./widget.ts";
import { widgetSettingsRoutes } from "./widget-settings.ts";

/** The public API, resource by resource. */
export const registerApi: RouteModule = (app, services) => {
  for (const register of [
    customerRoutes,
    conversationRoutes,
    messageRoutes,
    noticeRoutes,
    presenceRoutes,
    draftRoutes,
    scheduledMessageRoutes,
    attachmentRoutes,
    templateRoutes,
    channelAccountRoutes,
    webhookEventRoutes,
    statusRoutes,
    teamRoutes,
    securityRoutes,
    queueRoutes,
    businessHoursRoutes,
    routingRuleRoutes,
    apiKeyRoutes,
    labelRoutes,
    cannedReplyRoutes,
    macroRoutes,
    savedViewRoutes,
    bulkChangeRoutes,
    searchRoutes,
    widgetSettingsRoutes,
    widgetRoutes,
  ])
    register(app, services);
};
