-- Where new cases go, and why each one went there.
SET lock_timeout = '5s';

CREATE TABLE "routing_rules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "condition" JSONB NOT NULL,
    "queue_id" UUID,
    "assignee_id" UUID,
    "label_ids" UUID[] NOT NULL DEFAULT '{}',
    "priority" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "routing_rules_pkey" PRIMARY KEY ("workspace_id", "id")
);

CREATE TABLE "routing_decisions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    -- The message that began the case: what it says is looked at, and not kept here.
    "item_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rule_id" UUID,
    "rule_version" INTEGER,
    "rule_name" TEXT,
    "considered" JSONB NOT NULL,
    "result" JSONB,
    "facts" JSONB NOT NULL,

    CONSTRAINT "routing_decisions_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "routing_decisions_workspace_id_conversation_id_at_idx" ON "routing_decisions"("workspace_id", "conversation_id", "at");
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['routing_rules', 'routing_decisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- A case that begins may be given labels.
GRANT SELECT ON "labels" TO onethread_ingest;
CREATE POLICY all_workspaces ON "labels" TO onethread_ingest USING (true);
