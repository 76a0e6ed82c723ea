-- Decisions of long ago are taken away; they are written in the order of their time.
SET lock_timeout = '5s';

CREATE INDEX "routing_decisions_at_idx" ON "routing_decisions" USING BRIN ("at") WITH (autosummarize = on, pages_per_range = 32);
