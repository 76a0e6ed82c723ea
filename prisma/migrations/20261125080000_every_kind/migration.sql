SET lock_timeout = '5s';

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "referral" JSONB;

-- AlterTable
ALTER TABLE "channel_accounts" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "blocked_reason" TEXT,
ADD COLUMN     "blocked_until" TIMESTAMPTZ(3),
ADD COLUMN     "platform_facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "templates_synced_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "doors" ADD COLUMN     "capped_until" TIMESTAMPTZ(3),
ADD COLUMN     "free_until" TIMESTAMPTZ(3),
ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_by" TEXT,
ADD COLUMN     "marketing" TEXT,
ADD COLUMN     "marketing_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "identities" ADD COLUMN     "left_at" TIMESTAMPTZ(3),
ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "items" ADD COLUMN     "send" JSONB;

-- CreateTable
CREATE TABLE "attachments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "mime" TEXT,
    "name" TEXT,
    "bytes" INTEGER,
    "sha256" TEXT,
    "title" TEXT,
    "platform_id" TEXT,
    "link" TEXT,
    "voice" BOOLEAN NOT NULL DEFAULT false,
    "sticker" BOOLEAN NOT NULL DEFAULT false,
    "animated" BOOLEAN NOT NULL DEFAULT false,
    "source" JSONB,
    "channel_account_id" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "fetch_attempts" INTEGER NOT NULL DEFAULT 0,
    "next_fetch_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "storage_key" TEXT,
    "uploaded_by" UUID,
    "platform_refs" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "message_templates" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "external_id" TEXT,
    "status" TEXT NOT NULL,
    "status_at" TIMESTAMPTZ(3),
    "category" TEXT,
    "category_at" TIMESTAMPTZ(3),
    "quality" TEXT,
    "quality_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "components" JSONB NOT NULL DEFAULT '[]',
    "format" TEXT NOT NULL DEFAULT 'positional',
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_templates_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "channel_log" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "seq" BIGSERIAL NOT NULL,
    "scope" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "channel_log_pkey" PRIMARY KEY ("workspace_id","channel_account_id","event_id","path","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachments_workspace_id_item_id_position_key" ON "attachments"("workspace_id", "item_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "message_templates_workspace_id_channel_scope_name_language_key" ON "message_templates"("workspace_id", "channel", "scope", "name", "language");

-- CreateIndex
CREATE INDEX "channel_log_workspace_id_seq_idx" ON "channel_log"("workspace_id", "seq");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_item_id_fkey" FOREIGN KEY ("workspace_id", "item_id") REFERENCES "items"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- What has to be fetched: what the platform drops soonest comes first.
CREATE INDEX "attachments_to_fetch" ON "attachments" ("next_fetch_at", "expires_at") WHERE state = 'pending';
-- Messages that were taken back: their files go too.
CREATE INDEX "attachments_to_remove" ON "attachments" ("workspace_id", "id") WHERE state = 'removed';
-- Uploads nobody sent are thrown away after a day.
CREATE INDEX "attachments_unsent" ON "attachments" ("created_at") WHERE item_id IS NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['attachments', 'message_templates', 'channel_log'] LOOP
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
GRANT USAGE ON SEQUENCE "channel_log_seq_seq" TO onethread_app, onethread_ingest;
