-- Several things that are done to a conversation at once: everybody's, or one agent's own. And what each run did, so that
-- it can be taken back.
SET lock_timeout = '5s';

CREATE TABLE "macros" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID,
    "name" TEXT NOT NULL,
    -- As the API takes them, with its ids.
    "actions" JSONB NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "macros_pkey" PRIMARY KEY ("workspace_id", "id")
);
ALTER TABLE "macros" ADD CONSTRAINT "macros_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- One's own may be named as one of everybody's.
CREATE UNIQUE INDEX "macros_workspace_id_agent_id_name_key" ON "macros" ("workspace_id", "agent_id", "name") NULLS NOT DISTINCT;

CREATE TABLE "macro_runs" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    -- Whoever ran it: an agent or a key.
    "actor_id" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "note_ids" UUID[] NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "macro_runs_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "macro_runs_by_time" ON "macro_runs" ("workspace_id", "at");
ALTER TABLE "macro_runs" ADD CONSTRAINT "macro_runs_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['macros', 'macro_runs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
