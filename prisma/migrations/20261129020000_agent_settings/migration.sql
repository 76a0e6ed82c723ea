-- What each agent has chosen for themselves: only what differs from the product's defaults is kept.
SET lock_timeout = '5s';

CREATE TABLE "agent_settings" (
    "workspace_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_settings_pkey" PRIMARY KEY ("workspace_id", "agent_id")
);
ALTER TABLE "agent_settings" ADD CONSTRAINT "agent_settings_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agent_settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agent_settings" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "agent_settings" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "agent_settings" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "agent_settings" TO onethread_ingest USING (true) WITH CHECK (true);
