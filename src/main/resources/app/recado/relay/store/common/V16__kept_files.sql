-- What has a file before a message does: one that waits for its time, say.
ALTER TABLE file ADD COLUMN keeper TEXT;
CREATE INDEX file_keeper ON file (keeper) WHERE keeper IS NOT NULL;

-- Copies have the bytes of what they were copied from.
CREATE INDEX file_place ON file (place);
