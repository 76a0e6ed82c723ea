-- Where a chat on websites has been seen running: a row for each site, nothing of who was there.
SET lock_timeout = '5s';

CREATE TABLE "widget_sightings" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    -- Of the page, without what stands behind a question mark; null: the browser did not say.
    "path" TEXT,
    -- Whether the site was among the allowed ones when it was seen last.
    "allowed" BOOLEAN NOT NULL,
    -- Of the line in the page, and of the frame that it opens.
    "line_at" TIMESTAMPTZ(3),
    "frame_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "widget_sightings_pkey" PRIMARY KEY ("workspace_id", "channel_account_id", "origin")
);
ALTER TABLE "widget_sightings" ADD CONSTRAINT "widget_sightings_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "widgets"("workspace_id", "channel_account_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "widget_sightings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "widget_sightings" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "widget_sightings" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "widget_sightings" TO onethread_app USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "widget_sightings" TO onethread_ingest USING (true) WITH CHECK (true);
