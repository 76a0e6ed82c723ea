-- Texts that are written once and sent often: everybody's, or one agent's own.
SET lock_timeout = '5s';

CREATE TABLE "canned_replies" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canned_replies_pkey" PRIMARY KEY ("workspace_id", "id")
);
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A shortcut is somebody's or everybody's; one's own may be named as one of everybody's.
CREATE UNIQUE INDEX "canned_replies_workspace_id_agent_id_shortcut_key" ON "canned_replies" ("workspace_id", "agent_id", "shortcut") NULLS NOT DISTINCT;

ALTER TABLE "canned_replies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "canned_replies" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "canned_replies" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "canned_replies" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "canned_replies" TO onethread_ingest USING (true) WITH CHECK (true);
