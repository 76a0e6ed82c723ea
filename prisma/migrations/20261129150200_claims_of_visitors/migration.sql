-- An address that a visitor typed is their word: it stands beside the identity that they typed it through, and goes where that goes.
SET lock_timeout = '5s';

ALTER TABLE "identities" ADD COLUMN "claimed_by" UUID;
CREATE UNIQUE INDEX "identities_claimed_by" ON "identities" ("workspace_id", "claimed_by", "kind", "value") WHERE claimed_by IS NOT NULL;
