"use client";
import { useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useState } from "react";
import { Group, Panel, useDefaultLayout } from "react-resizable-panels";
import { atLeisure } from "../../put-off.tsx";
import { useUnhurried } from "../../use-unhurried.ts";
import { useHasSelection } from "../bulk/selection.ts";
import { NoConversation } from "../conversation/no-conversation.tsx";
import { FirstSteps } from "../getting-started/first-steps.tsx";
import { ConversationList } from "../inbox-list/conversation-list.tsx";
import { useAsTable } from "../inbox-list/layout.ts";
import "../keyboard/early-keys.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ConversationPane, DetailsDrawer, DetailsPanel } from "./open-conversation.tsx";
import { PaneSeparator } from "./pane-separator.tsx";
import { type Breakpoint, useBreakpoint } from "./use-breakpoint.ts";
import { useOpenConversation, useOpenConversationId } from "./use-open-conversation.ts";
import { usePageTitle } from "./use-page-title.ts";
import { ViewNav } from "./view-nav.tsx";

const InboxKeys = atLeisure(() => import("./inbox-keys.tsx").then((module) => module.InboxKeys));
const beside = (breakpoint: Breakpoint) => breakpoint === "details" || breakpoint === "full" || breakpoint === "wide";

// They follow the address by themselves: that another conversation is opened is no reason to think them over.
const Views = memo(ViewNav);
const List = memo(ConversationList);

/** The desk: views, list, conversation and details side by side, as many as fit. */
export function Inbox() {
  const breakpoint = useBreakpoint();
  const conversationId = useOpenConversationId();
  const open = useOpenConversation();
  const details = useDetails(breakpoint);
  const choosing = useHasSelection();
  usePageTitle();
  useShortcut("details", details.toggle, conversationId !== null);
  useShortcut("leave", () => open(null), conversationId !== null && !choosing);

  const conversation = conversationId ? (
    <ConversationPane
      key={conversationId}
      id={conversationId}
      onBack={breakpoint === "phone" ? () => open(null) : null}
      detailsShown={details.shown}
      onToggleDetails={details.toggle}
    />
  ) : (
    <NoConversation />
  );

  const viewsHidden = breakpoint !== "full" && breakpoint !== "wide";
  if (breakpoint === "phone") {
    return (
      <div className="h-full bg-surface">
        <InboxKeys viewsHidden />
        {conversationId ? conversation : <ListWithSteps />}
        {conversationId && <DetailsDrawer conversationId={conversationId} open={details.shown} onOpenChange={details.set} />}
      </div>
    );
  }
  return (
    <>
      <InboxKeys viewsHidden={viewsHidden} />
      <Panes
        key={breakpoint}
        breakpoint={breakpoint}
        conversation={conversation}
        detailsOf={conversationId && details.shown && beside(breakpoint) ? conversationId : null}
      />
      {conversationId && !beside(breakpoint) && <DetailsDrawer conversationId={conversationId} open={details.shown} onOpenChange={details.set} />}
    </>
  );
}

/** Where there is no room for the views, the first steps stand below the list, folded. */
const ListWithSteps = memo(function ListWithSteps() {
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1">
        <ConversationList compactNav />
      </div>
      <FirstSteps folded />
    </div>
  );
});

type PanesProps = { breakpoint: Breakpoint; conversation: React.ReactNode; detailsOf: string | null };

function Panes({ breakpoint, conversation, detailsOf }: PanesProps) {
  const t = useTranslations("inbox");
  const wide = breakpoint === "wide";
  const withNav = wide || breakpoint === "full";
  // The conversation is painted first; who it is with follows a moment later.
  const shownDetails = useUnhurried(detailsOf);
  // A table takes the room of the conversation, as long as none is open.
  const asTable = useAsTable();
  const panelIds = [...(withNav ? ["nav"] : []), "list", ...(asTable ? [] : ["conversation"]), ...(detailsOf ? ["details"] : [])];
  const layout = useDefaultLayout({ id: `inbox-${breakpoint}`, panelIds, storage: localStorage });
  return (
    <Group orientation="horizontal" className="h-full" defaultLayout={layout.defaultLayout} onLayoutChanged={layout.onLayoutChanged}>
      {withNav && (
        <>
          <Panel id="nav" defaultSize={wide ? 232 : 208} minSize={160} maxSize={320} groupResizeBehavior="preserve-pixel-size">
            <Views />
          </Panel>
          <PaneSeparator label={t("resizeViews")} />
        </>
      )}
      <Panel
        id="list"
        {...(asTable ? {} : { defaultSize: wide ? 360 : 320, maxSize: 520 })}
        minSize={260}
        groupResizeBehavior={asTable ? "preserve-relative-size" : "preserve-pixel-size"}
      >
        {withNav ? <List compactNav={false} /> : <ListWithSteps />}
      </Panel>
      {!asTable && (
        <>
          <PaneSeparator label={t("resizeList")} />
          <Panel id="conversation" minSize={320}>
            {conversation}
          </Panel>
        </>
      )}
      {detailsOf && (
        <>
          <PaneSeparator label={t("resizeDetails")} />
          <Panel id="details" defaultSize={wide ? 344 : 304} minSize={260} maxSize={480} groupResizeBehavior="preserve-pixel-size">
            {shownDetails && <DetailsPanel conversationId={shownDetails} />}
          </Panel>
        </>
      )}
    </Group>
  );
}

const remembered = "onethread.details";

/** Beside the conversation the panel is open unless closed once; over it, it is closed unless asked for. */
function useDetails(breakpoint: Breakpoint) {
  const [pane, setPane] = useState(() => localStorage.getItem(remembered) !== "closed");
  const [drawer, setDrawer] = useState(false);
  const isPane = beside(breakpoint);
  useEffect(() => localStorage.setItem(remembered, pane ? "open" : "closed"), [pane]);
  const shown = isPane ? pane : drawer;
  const set = useCallback((next: boolean) => (isPane ? setPane(next) : setDrawer(next)), [isPane]);
  const toggle = useCallback(() => (isPane ? setPane((now) => !now) : setDrawer((now) => !now)), [isPane]);
  return { shown, set, toggle };
}
