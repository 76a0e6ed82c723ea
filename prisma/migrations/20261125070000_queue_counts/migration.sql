SET lock_timeout = '5s';

-- CreateTable
CREATE TABLE "queue_changes" (
    "workspace_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "queue_id" UUID NOT NULL,
    "change" SMALLINT NOT NULL,

    CONSTRAINT "queue_changes_pkey" PRIMARY KEY ("workspace_id","seq")
);

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_queue_id_fkey" FOREIGN KEY ("workspace_id", "queue_id") REFERENCES "queues"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- A queue's page of the inbox, and what a queue that goes away leaves behind. Conversations in no queue cost nothing.
CREATE INDEX "conversations_in_queue" ON "conversations" ("workspace_id", "queue_id", "status", "last_activity_at", "id") WHERE queue_id IS NOT NULL;

ALTER TABLE "queue_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "queue_changes" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "queue_changes" TO onethread_app, onethread_ingest;
GRANT USAGE ON SEQUENCE "queue_changes_seq_seq" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "queue_changes" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "queue_changes" TO onethread_ingest USING (true) WITH CHECK (true);
-- The sweep adds the changes up.
GRANT SELECT, UPDATE ON "queues" TO onethread_ingest;
CREATE POLICY all_workspaces ON "queues" TO onethread_ingest USING (true) WITH CHECK (true);

-- A queue's size changes by a row that is added, never by the queue's own row: drains that run in parallel would wait
-- for each other there. No queue exists before this migration (nothing could make one), so there is nothing to count.
CREATE FUNCTION note_queue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.queue_id IS NOT NULL AND OLD.status = 'open' THEN
    INSERT INTO public.queue_changes (workspace_id, queue_id, change) VALUES (OLD.workspace_id, OLD.queue_id, -1);
  END IF;
  IF NEW.queue_id IS NOT NULL AND NEW.status = 'open' THEN
    INSERT INTO public.queue_changes (workspace_id, queue_id, change) VALUES (NEW.workspace_id, NEW.queue_id, 1);
  END IF;
  RETURN NULL;
END
$$;
-- A conversation begins done and in no queue: only changes count. The condition is looked at before anything is called.
CREATE TRIGGER note_queue_change AFTER UPDATE OF queue_id, status ON "conversations" FOR EACH ROW
  WHEN (OLD.queue_id IS DISTINCT FROM NEW.queue_id OR (NEW.queue_id IS NOT NULL AND (OLD.status = 'open') <> (NEW.status = 'open')))
  EXECUTE FUNCTION note_queue_change();
