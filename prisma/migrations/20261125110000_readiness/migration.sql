SET lock_timeout = '5s';

-- A process of a newer version than its database says so (`/readyz`) instead of failing later: it reads what was applied.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON public."_prisma_migrations" TO onethread_ingest;
  END IF;
END
$$;
