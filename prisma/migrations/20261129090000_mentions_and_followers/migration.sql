-- Whom notes mention and who has seen it; and who follows a conversation.
SET lock_timeout = '5s';

CREATE TABLE "mentions" (
    "workspace_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    -- Where the note stands now: it goes along when customers are merged or parted.
    "conversation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("workspace_id", "item_id", "agent_id")
);
CREATE INDEX "mentions_of_agent" ON "mentions" ("workspace_id", "agent_id", "conversation_id");
-- What is new to somebody is little, and is counted all the time.
CREATE INDEX "mentions_unseen" ON "mentions" ("workspace_id", "agent_id", "conversation_id") WHERE seen_at IS NULL;
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_workspace_id_item_id_fkey" FOREIGN KEY ("workspace_id", "item_id") REFERENCES "items"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "followers" (
    "workspace_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    -- The conversation that brought them along when it was merged into this one; null: they follow this one.
    "origin_id" UUID,
    -- The note that made them follow by mentioning them; null: they chose to.
    "note_id" UUID,

    CONSTRAINT "followers_pkey" PRIMARY KEY ("workspace_id", "conversation_id", "agent_id")
);
CREATE INDEX "followers_of_agent" ON "followers" ("workspace_id", "agent_id", "conversation_id");
ALTER TABLE "followers" ADD CONSTRAINT "followers_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "followers" ADD CONSTRAINT "followers_workspace_id_agent_id_fkey" FOREIGN KEY ("workspace_id", "agent_id") REFERENCES "agents"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mentions', 'followers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- A mention stands where its note stands, whatever moved the note: a merge, its undoing, a repair.
CREATE FUNCTION move_mentions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE mentions SET conversation_id = NEW.conversation_id WHERE workspace_id = NEW.workspace_id AND item_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER move_mentions AFTER UPDATE OF conversation_id ON "items" FOR EACH ROW
  WHEN (NEW.type = 'note' AND OLD.conversation_id IS DISTINCT FROM NEW.conversation_id)
  EXECUTE FUNCTION move_mentions();
