-- Words for the launcher were kept and shown nowhere: they come from the page, or from the chat itself.
SET lock_timeout = '5s';

UPDATE "widgets" SET "settings" = "settings" #- '{texts,launcher}' WHERE "settings" #> '{texts,launcher}' IS NOT NULL;
