-- Full text of what was written, folded (accents and case) by the relay before it is stored; needs
-- no extension.
CREATE TABLE message_text (
  num  BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);
CREATE INDEX message_text_words ON message_text USING GIN (words) WITH (fastupdate = on);
