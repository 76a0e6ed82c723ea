"use client";
import { putOff } from "../../put-off.tsx";
import { ConversationSkeleton } from "../conversation/conversation-skeleton.tsx";

// What an open conversation needs is half of the inbox: the list stands before it is there.
export const ConversationPane = putOff(
  () => import("../conversation/conversation-pane.tsx").then((module) => module.ConversationPane),
  () => <ConversationSkeleton />,
);
export const DetailsPanel = putOff(() => import("../customer-panel/details-panel.tsx").then((module) => module.DetailsPanel));
export const DetailsDrawer = putOff(() => import("../customer-panel/details-drawer.tsx").then((module) => module.DetailsDrawer));
