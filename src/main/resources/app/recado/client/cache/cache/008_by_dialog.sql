-- A dialog's messages lie side by side: opening one reads a few pages of the disk, not one per message.
-- n ascends with the time of the message, so the full-text index can walk from the newest backwards.
CREATE TABLE message_by_dialog (
  dialog TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  n INTEGER NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  session TEXT NOT NULL,
  author_kind TEXT NOT NULL,
  author_id TEXT,
  text TEXT NOT NULL,
  whisper INTEGER NOT NULL,
  quote TEXT,
  files TEXT,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  deleted_at INTEGER,
  delivery TEXT NOT NULL,
  failure TEXT,
  event TEXT,
  PRIMARY KEY (dialog, position, id)
) WITHOUT ROWID;
INSERT INTO message_by_dialog
  SELECT dialog, position, id, n, seq, session, author_kind, author_id, text, whisper, quote, files,
    created_at, edited_at, deleted_at, delivery, failure, event
  FROM message ORDER BY dialog, position, id;
DROP TABLE message;
ALTER TABLE message_by_dialog RENAME TO message;
-- Few messages have files: which bytes are still referred to is found without reading all the others.
CREATE INDEX message_files ON message (n) WHERE files IS NOT NULL;
