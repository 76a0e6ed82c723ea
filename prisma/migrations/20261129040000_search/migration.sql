-- Finding what was said, and who said it. What it costs and why it is made so: docs/decisions/0025-search.md.
SET lock_timeout = '5s';

-- A text as it is compared: without case, accents, points of vowels and punctuation, one space between words. Letters that
-- no normal form takes apart are spelt out. Collations are named, since a database in the C locale knows only ASCII.
CREATE FUNCTION search_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(given) = length(given) THEN btrim(regexp_replace(lower(given), '[^a-z0-9]+', ' ', 'g'))
    ELSE btrim(regexp_replace(replace(replace(replace(replace(translate(lower(normalize(regexp_replace(normalize(given, NFKD),
        '[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+', '', 'g'), NFKC)
      COLLATE "und-x-icu"), 'øłđıðςةى', 'oldidσهي'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      '[^[:alnum:]\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff]+' COLLATE "und-x-icu", ' ', 'g'))
  END
$$;

-- What a folded text is found by: three letters in a row, two in scripts that have more of them, and how each word begins.
-- With `fragment`, what a text must have that holds this one somewhere. The workspace stands in front, so that nobody
-- looks through what is another's. Not pg_trgm: in a database in the C locale it sees nothing but ASCII.
CREATE FUNCTION search_keys(workspace_id uuid, folded text, fragment boolean) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  tag text := right(workspace_id::text, 5);
  keys text[] := '{}';
  word text;
  size int;
BEGIN
  FOREACH word IN ARRAY string_to_array(left(folded, 300), ' ') LOOP
    size := CASE WHEN octet_length(word) = length(word) THEN 3 ELSE 2 END;
    IF length(word) >= 2 AND (NOT fragment OR length(word) < size) THEN keys := keys || (tag || '^' || left(word, 2)); END IF;
    keys := keys || array(SELECT tag || substr(word, n, size) FROM generate_series(1, length(word) - size + 1) AS n);
  END LOOP;
  RETURN keys;
END $$;

-- What somebody is found by beside their name.
CREATE FUNCTION search_address(kind text, value text, username text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.search_fold(coalesce(username, '') || ' ' || CASE
    WHEN kind IN ('wa_phone', 'phone') THEN regexp_replace(value, '\D', '', 'g') WHEN kind = 'email' THEN value ELSE '' END)
$$;

CREATE INDEX "customers_search" ON "customers" USING gin (public.search_keys(workspace_id, public.search_fold(name), false)) WHERE name IS NOT NULL;
CREATE INDEX "identities_search" ON "identities" USING gin (public.search_keys(workspace_id, public.search_address(kind, value, username), false))
  WHERE kind IN ('wa_phone', 'phone', 'email') OR username IS NOT NULL;

-- Customers of the workspace that is asked for, by a folded text, by digits of a number, by an address as it is; the best first.
-- `near`: also those who share only some of the keys. Runs as the owner, since behind row-level security no such index is
-- used; so it looks at nothing but the workspace that the transaction is for.
CREATE FUNCTION search_people(folded text, digits text, exact text, near boolean, most int)
RETURNS TABLE (customer_id uuid, rank int) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  ws uuid := current_setting('app.workspace_id')::uuid;
  named text[] := search_keys(ws, folded, NOT near);
  dialled text[] := search_keys(ws, digits, true);
  patterns text[] := array(SELECT '%' || word || '%' FROM unnest(string_to_array(folded, ' ')) AS word);
BEGIN
  RETURN QUERY
  WITH found AS (
    SELECT n.customer_id AS id, 0 AS rank FROM identities n
      WHERE n.workspace_id = ws AND n.kind = ANY(ARRAY['wa_bsuid','wa_bsuid_parent','wa_phone','igsid','ig_commenter','psid','user_ref','fb_user','external_id','visitor','email','phone']) AND n.value = exact
    UNION ALL
    (SELECT c.id, CASE WHEN near THEN 5 WHEN search_fold(c.name) = folded THEN 1 WHEN search_fold(c.name) LIKE folded || '%' THEN 2 WHEN ' ' || search_fold(c.name) LIKE '% ' || folded || '%' THEN 3 ELSE 4 END
      FROM customers c WHERE cardinality(named) > 0 AND c.workspace_id = ws AND c.name IS NOT NULL
        AND CASE WHEN near THEN search_keys(c.workspace_id, search_fold(c.name), false) && named ELSE search_keys(c.workspace_id, search_fold(c.name), false) @> named AND search_fold(c.name) LIKE ALL (patterns) END LIMIT 2000)
    UNION ALL
    (SELECT n.customer_id, 4 FROM identities n WHERE NOT near AND cardinality(named) > 0 AND n.workspace_id = ws AND (n.kind IN ('wa_phone', 'phone', 'email') OR n.username IS NOT NULL)
      AND search_keys(n.workspace_id, search_address(n.kind, n.value, n.username), false) @> named AND search_address(n.kind, n.value, n.username) LIKE ALL (patterns) LIMIT 2000)
    UNION ALL
    (SELECT n.customer_id, CASE WHEN regexp_replace(n.value, '\D', '', 'g') = digits THEN 0 ELSE 2 END FROM identities n
      WHERE NOT near AND cardinality(dialled) > 0 AND n.workspace_id = ws AND n.kind IN ('wa_phone', 'phone')
        AND search_keys(n.workspace_id, search_address(n.kind, n.value, n.username), false) @> dialled AND regexp_replace(n.value, '\D', '', 'g') LIKE '%' || digits || '%' LIMIT 2000))
  SELECT coalesce(c.merged_into, c.id), min(found.rank)::int FROM found JOIN customers c ON c.workspace_id = ws AND c.id = found.id
  GROUP BY 1 ORDER BY 2, max(c.last_seen_at) DESC NULLS LAST, 1 LIMIT most;
END $$;

-- Messages and notes in the order they were written down: what is not in a block yet, and what is in one.
CREATE INDEX "items_in_order" ON "items" ("workspace_id", "seq") WHERE type <> 'event';

-- Sixty-four or fewer messages of one workspace that follow each other, and which words may be in them.
CREATE TABLE "search_blocks" (
    "workspace_id" UUID NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "newest_at" TIMESTAMPTZ(3) NOT NULL,
    "oldest_at" TIMESTAMPTZ(3) NOT NULL,
    "signature" BYTEA,

    CONSTRAINT "search_blocks_pkey" PRIMARY KEY ("workspace_id", "last_seq")
);
CREATE INDEX "search_blocks_to_sign" ON "search_blocks" ("workspace_id", "last_seq") WHERE signature IS NULL;

-- Words that somebody may mean who typed another: they come up twice or more in a block.
CREATE TABLE "search_words" (
    "workspace_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("workspace_id", "word")
);
CREATE INDEX "search_words_near" ON "search_words" USING gin (public.search_keys(workspace_id, word, false));

-- Up to which item every transaction has ended, so that nothing is still to come below it.
CREATE TABLE "search_progress" (
    "one" BOOLEAN NOT NULL DEFAULT true CHECK (one),
    "settled" BIGINT NOT NULL DEFAULT 0,
    "candidate" BIGINT,
    "horizon" XID8,

    CONSTRAINT "search_progress_pkey" PRIMARY KEY ("one")
);
INSERT INTO "search_progress" DEFAULT VALUES;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['search_blocks', 'search_words'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO onethread_app', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app
      USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, UPDATE ON "search_progress" TO onethread_ingest;

-- A text that changes may hold words its block does not know: without a signature the block is looked through until it
-- has a new one. As the owner, since those who edit have no say about blocks.
CREATE FUNCTION forget_signature() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE search_blocks SET signature = NULL WHERE workspace_id = NEW.workspace_id AND last_seq =
    (SELECT min(b.last_seq) FROM search_blocks b WHERE b.workspace_id = NEW.workspace_id AND b.last_seq >= NEW.seq);
  RETURN NULL;
END $$;
CREATE TRIGGER forget_signature AFTER UPDATE OF content, edited_text ON "items" FOR EACH ROW
  WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.edited_text IS DISTINCT FROM NEW.edited_text)
  EXECUTE FUNCTION forget_signature();

-- Known words of the workspace that is asked for which share letters with the given one; which of them are near is for
-- the asker to judge. As the owner, like search_people.
CREATE FUNCTION search_near_words(folded text, most int) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT w.word FROM search_words w
  WHERE w.workspace_id = current_setting('app.workspace_id')::uuid AND search_keys(w.workspace_id, w.word, false) && search_keys(current_setting('app.workspace_id')::uuid, folded, false)
  ORDER BY cardinality(array(SELECT unnest(search_keys(w.workspace_id, w.word, false)) INTERSECT SELECT unnest(search_keys(w.workspace_id, folded, false)))) DESC, w.word LIMIT most
$$;
REVOKE ALL ON FUNCTION search_people(text, text, text, boolean, int), search_near_words(text, int), forget_signature() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_people(text, text, text, boolean, int), search_near_words(text, int) TO onethread_app;
