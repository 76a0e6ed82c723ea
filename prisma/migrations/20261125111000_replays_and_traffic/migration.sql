SET lock_timeout = '5s';

-- AlterTable
ALTER TABLE "channel_accounts" ADD COLUMN     "quiet" JSONB;

-- AlterTable
ALTER TABLE "webhook_events" ADD COLUMN     "replay_id" UUID;

-- CreateTable
CREATE TABLE "webhook_replays" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "by_name" TEXT,
    "state" TEXT NOT NULL,
    "channel_account_id" UUID,
    "total" INTEGER NOT NULL,
    "reached" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_replays_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "channel_traffic" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "messages" INTEGER NOT NULL,

    CONSTRAINT "channel_traffic_pkey" PRIMARY KEY ("workspace_id","channel_account_id","hour")
);

-- CreateTable
CREATE TABLE "traffic_mark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "counted_to" BIGINT NOT NULL DEFAULT 0,
    "count_to" BIGINT NOT NULL DEFAULT 0,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "traffic_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_events_received_at_idx" ON "webhook_events" USING BRIN ("received_at") WITH (autosummarize = on);

-- CreateIndex
CREATE INDEX "items_seq_idx" ON "items" USING BRIN ("seq") WITH (autosummarize = on, pages_per_range = 32);

-- What Prisma's schema cannot say.

-- What a replay has put back. Nearly no event was ever replayed.
CREATE INDEX "webhook_events_replayed" ON "webhook_events" ("replay_id") WHERE replay_id IS NOT NULL;
CREATE INDEX "webhook_replays_unfinished" ON "webhook_replays" ("touched_at") WHERE finished_at IS NULL;
CREATE INDEX "channel_accounts_quiet" ON "channel_accounts" ("workspace_id", "id") WHERE quiet IS NOT NULL;
INSERT INTO "traffic_mark" ("looked_at") VALUES ('epoch');

-- Only the workers count.
GRANT SELECT, UPDATE ON "traffic_mark" TO onethread_ingest;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_replays', 'channel_traffic'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format(
      'CREATE POLICY one_workspace ON %I TO onethread_app
         USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))
         WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END
$$;
