import { isOriginAllowed, isOriginPattern, storable } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import type { WidgetRow } from "@onethread/db/read";
import { noteWidgetSighting, type SeenPart } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { placeOf } from "./visitor.ts";

/** `page`: the page's address as far as the browser tells it, or its site's origin; `path`: which page it is, where the line said so. */
export type WidgetSeen = { part: SeenPart; page: string; path?: string | undefined };

const spacingMs = 60_000;
/** Names of sites are free to make up: so many of those that are not allowed are looked at in a minute, of one widget. */
const mostStrangers = 10;
const mostKept = 5000;
const longestPath = 200;

/** When which was noted by this process: most page views are told from it, and cost nothing. */
type Noted = { sites: Map<string, number>; strangers: Map<string, { since: number; count: number }> };
const noted = new WeakMap<Context, Noted>();

/**
 * A widget's line or frame was asked for by a page: kept as a site, a path and a time, at most once a minute for each site,
 * so that an admin sees where it runs. Says so by news when that changed. Never throws: the page gets what it asked for.
 */
export async function noteWidgetSeen(context: Context, widget: WidgetRow, { part, page, path }: WidgetSeen): Promise<void> {
  const where = siteOf(page, path);
  if (!where) return;
  const allowed = isOriginAllowed(where.origin, widget.allowedOrigins);
  const at = context.now();
  if (!isDue(context, widget.id, `${widget.id} ${part} ${allowed} ${where.origin}`, allowed, at.getTime())) return;
  try {
    const changed = await forWorkspace(context.database, widget.workspaceId, (tx) =>
      noteWidgetSighting(tx, placeOf(widget), { ...where, allowed, part }, at),
    );
    if (changed) await context.realtime.publish([{ workspaceId: widget.workspaceId, kind: "widget_seen", ids: [widget.id] }]);
  } catch (error) {
    context.log.warn({ ...placeOf(widget), error: (error as Error).name }, "where a widget was seen could not be kept");
  }
}

/** What stands behind the path may be about a visitor. */
function siteOf(page: string, path: string | undefined): { origin: string; path: string | null } | null {
  if (!URL.canParse(page)) return null;
  const { origin, pathname } = new URL(page);
  // A browser that keeps the page's address to itself names its site with a bare `/`.
  const told = path?.startsWith("/") ? path.replace(/[?#].*$/s, "") : pathname === "/" ? null : pathname;
  return isOriginPattern(origin) ? { origin, path: told && storable(told).slice(0, longestPath) } : null;
}

function isDue(context: Context, widgetId: string, name: string, allowed: boolean, now: number): boolean {
  const { sites, strangers } = noted.get(context) ?? { sites: new Map(), strangers: new Map() };
  noted.set(context, { sites, strangers });
  if ((sites.get(name) ?? 0) > now - spacingMs) return false;
  if (!allowed) {
    const before = strangers.get(widgetId);
    const here = before && before.since > now - spacingMs ? before : { since: now, count: 0 };
    if (here.count >= mostStrangers) return false;
    if (strangers.size >= mostKept) strangers.clear();
    strangers.set(widgetId, { ...here, count: here.count + 1 });
  }
  if (sites.size >= mostKept) sites.clear();
  sites.set(name, now);
  return true;
}
