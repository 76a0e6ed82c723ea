-- A page of the inbox or of a timeline reads little else than the rows it shows: what a conversation's line shows of
-- its customer and its last message stands in the conversation, and an item says whether reactions or files hang on it.
SET lock_timeout = '5s';

ALTER TABLE "items" ADD COLUMN "has_reactions" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "has_files" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "conversations" ADD COLUMN "customer_name" TEXT, ADD COLUMN "customer_avatar_url" TEXT, ADD COLUMN "last_message" JSONB;

-- What a list shows of a message; the text as long as any list has room for.
CREATE FUNCTION last_message_of(i "items") RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'type', i.type, 'kind', i.content -> 'kind', 'channel', i.channel, 'direction', i.direction,
    'text', CASE WHEN i.deleted_at IS NULL THEN left(regexp_replace(left(CASE WHEN i.edited_at IS NULL THEN i.content ->> 'text' ELSE i.edited_text END, 1000), '\s+', ' ', 'g'), 160) END,
    'authorType', i.author_type, 'authorId', i.author_id, 'authorName', i.author_name, 'deliveryStatus', i.delivery_status))
$$;

CREATE FUNCTION keep_last_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversations SET last_message = last_message_of(NEW)
  WHERE workspace_id = NEW.workspace_id AND id = NEW.conversation_id AND last_message_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_last_message AFTER UPDATE OF content, edited_text, edited_at, deleted_at, delivery_status ON "items" FOR EACH ROW
  WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.edited_text IS DISTINCT FROM NEW.edited_text OR OLD.edited_at IS DISTINCT FROM NEW.edited_at
    OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at OR OLD.delivery_status IS DISTINCT FROM NEW.delivery_status)
  EXECUTE FUNCTION keep_last_message();

CREATE FUNCTION keep_customer_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversations SET customer_name = NEW.name, customer_avatar_url = NEW.avatar_url
  WHERE workspace_id = NEW.workspace_id AND customer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_customer_shown AFTER UPDATE OF name, avatar_url ON "customers" FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.avatar_url IS DISTINCT FROM NEW.avatar_url)
  EXECUTE FUNCTION keep_customer_shown();

CREATE FUNCTION note_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE items SET has_files = true WHERE workspace_id = NEW.workspace_id AND id = NEW.item_id AND NOT has_files;
  RETURN NULL;
END $$;
CREATE TRIGGER note_files AFTER INSERT OR UPDATE OF item_id ON "attachments" FOR EACH ROW
  WHEN (NEW.item_id IS NOT NULL) EXECUTE FUNCTION note_files();

-- A reaction that comes before its message is noted when the message is (apply-effects).
CREATE FUNCTION note_reactions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE items SET has_reactions = true
  WHERE workspace_id = NEW.workspace_id AND channel_account_id = NEW.channel_account_id AND external_id = NEW.target AND NOT has_reactions;
  RETURN NULL;
END $$;
CREATE TRIGGER note_reactions AFTER INSERT ON "message_effects" FOR EACH ROW WHEN (NEW.kind = 'reaction') EXECUTE FUNCTION note_reactions();

UPDATE "items" i SET has_files = true FROM "attachments" a WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id;
UPDATE "items" i SET has_reactions = true FROM "message_effects" e
  WHERE e.kind = 'reaction' AND e.workspace_id = i.workspace_id AND e.channel_account_id = i.channel_account_id AND e.target = i.external_id;
UPDATE "conversations" v SET customer_name = c.name, customer_avatar_url = c.avatar_url
  FROM "customers" c WHERE c.workspace_id = v.workspace_id AND c.id = v.customer_id AND (c.name IS NOT NULL OR c.avatar_url IS NOT NULL);
UPDATE "conversations" v SET last_message = last_message_of(i) FROM "items" i WHERE i.workspace_id = v.workspace_id AND i.id = v.last_message_id;

-- Of what has been worked off, nearly everything, nobody asks by its state: it needs no place in this index.
DROP INDEX "webhook_events_state_id_idx";
CREATE INDEX "webhook_events_not_processed" ON "webhook_events" ("state", "id") WHERE state <> 'processed';

-- These rows are written again soon after they were made, or with every message: a new version that finds room on its
-- own page is half as dear, in pages and in what is logged.
ALTER TABLE "webhook_events" SET (fillfactor = 50);
ALTER TABLE "conversations" SET (fillfactor = 70);
ALTER TABLE "customers" SET (fillfactor = 80);
ALTER TABLE "doors" SET (fillfactor = 80);
