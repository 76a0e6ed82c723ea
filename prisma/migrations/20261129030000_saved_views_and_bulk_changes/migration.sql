-- Lists of conversations that somebody keeps, and changes to many conversations at once.
SET lock_timeout = '5s';

CREATE TABLE "saved_views" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "sort" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("workspace_id", "id")
);
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "bulk_changes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID,
    "api_key_id" UUID,
    "by_name" TEXT,
    "change" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_changes_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "bulk_changes_unfinished_idx" ON "bulk_changes" ("touched_at") WHERE "state" IN ('running', 'undoing');

CREATE TABLE "bulk_change_items" (
    "workspace_id" UUID NOT NULL,
    "bulk_change_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    -- The last message there was when the change was asked for: "done" is for what was there then.
    "seen_id" UUID,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "before" JSONB,
    "version_after" INTEGER,

    CONSTRAINT "bulk_change_items_pkey" PRIMARY KEY ("workspace_id", "bulk_change_id", "conversation_id")
);
ALTER TABLE "bulk_change_items" ADD CONSTRAINT "bulk_change_items_workspace_id_bulk_change_id_fkey" FOREIGN KEY ("workspace_id", "bulk_change_id") REFERENCES "bulk_changes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['saved_views', 'bulk_changes', 'bulk_change_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
