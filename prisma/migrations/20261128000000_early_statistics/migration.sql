-- The server looks once a minute which tables have grown and need statistics. Until then, plans made while a table was empty
-- are kept, and read all of it for each row they look for. The workers ask more often, while tables are small enough for
-- it to cost next to nothing. Runs as the owner, who alone may collect statistics; answers which tables it did.
CREATE FUNCTION analyze_what_grew() RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '200ms' AS $$
DECLARE
  grown text;
  done text[] := '{}';
BEGIN
  IF NOT pg_try_advisory_xact_lock(7210044) THEN RETURN done; END IF;
  FOR grown IN
    SELECT c.relname FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'public' AND c.reltuples < 100000 AND s.n_mod_since_analyze > greatest(200, c.reltuples)
  LOOP
    BEGIN
      EXECUTE format('ANALYZE %I', grown);
      done := done || grown;
    EXCEPTION WHEN lock_not_available THEN
      -- Somebody else collects them, or changes the table.
    END;
  END LOOP;
  RETURN done;
END $$;
REVOKE ALL ON FUNCTION analyze_what_grew() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyze_what_grew() TO onethread_ingest;
