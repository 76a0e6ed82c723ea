SET lock_timeout = '5s';

-- Who else has items of an event: asked for each event that may be nobody's.
CREATE INDEX "webhook_items_event_id_idx" ON "webhook_items"("event_id");

-- What Prisma's schema cannot say.

-- Nearly every item is processed, and those are found by the key: only the others are worth an entry of their own. So an
-- item still costs two entries when it is written.
DROP INDEX "webhook_items_workspace_id_outcome_event_id_idx";
CREATE INDEX "webhook_items_not_processed" ON "webhook_items" ("workspace_id", "outcome", "event_id") WHERE outcome <> 'processed';
