-- What agents have written and not sent. An agent's own: nobody else reads it.
SET lock_timeout = '5s';

CREATE TABLE "drafts" (
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachment_ids" UUID[],
    "reply_to_id" UUID,
    "version" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("workspace_id", "agent_id", "conversation_id", "mode")
);
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "drafts_workspace_id_conversation_id_idx" ON "drafts" ("workspace_id", "conversation_id");

ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "drafts" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "drafts" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "drafts" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "drafts" TO onethread_ingest USING (true) WITH CHECK (true);
