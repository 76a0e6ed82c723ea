SET lock_timeout = '5s';

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "avatar_key" TEXT;

-- CreateTable
CREATE TABLE "send_pace" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "used_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "send_pace_pkey" PRIMARY KEY ("workspace_id","channel_account_id","key")
);

-- What Prisma's schema cannot say.

ALTER TABLE "send_pace" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "send_pace" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "send_pace" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "send_pace" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "send_pace" TO onethread_ingest USING (true) WITH CHECK (true);
-- Rows of the past say nothing: the sweep takes them away.
CREATE INDEX "send_pace_past" ON "send_pace" ("used_until");
-- Rows turn over with each message.
ALTER TABLE "send_pace" SET (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 70);
-- Whose profile has to be asked for anew.
CREATE INDEX "identities_profiles" ON "identities" ("profile_checked_at") WHERE kind IN ('igsid', 'psid');
