-- The full text follows the messages in batches: those numbered up to here are in it.
ALTER TABLE counter ADD COLUMN indexed BIGINT NOT NULL DEFAULT 0;
UPDATE counter SET indexed = seq;
