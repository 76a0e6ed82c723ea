-- Replies that wait for their time. When it comes they become messages, if their door is open then. Which conversation
-- one belongs to follows from its identity, so that it goes along when customers are joined, and back again.
SET lock_timeout = '5s';

CREATE TABLE "scheduled_messages" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "send" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "attachment_ids" UUID[],
    "reply_to_id" UUID,
    "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'scheduled',
    "error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scheduled_messages_pkey" PRIMARY KEY ("workspace_id", "id")
);
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_workspace_id_identity_id_fkey" FOREIGN KEY ("workspace_id", "identity_id") REFERENCES "identities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "scheduled_messages_workspace_id_identity_id_idx" ON "scheduled_messages" ("workspace_id", "identity_id");
-- What every sweep asks for.
CREATE INDEX "scheduled_messages_due" ON "scheduled_messages" ("scheduled_for") WHERE "state" = 'scheduled';

ALTER TABLE "scheduled_messages" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scheduled_messages" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "scheduled_messages" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "scheduled_messages" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "scheduled_messages" TO onethread_ingest USING (true) WITH CHECK (true);
