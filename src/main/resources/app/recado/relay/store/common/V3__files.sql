-- Files that were announced, and what became of them; their bytes lie in a folder under `place`.
-- due_at: when its bytes are removed unless a message took it. A row stays when they are gone,
-- so that its id is not used again.
CREATE TABLE file (
  id          TEXT    NOT NULL PRIMARY KEY,
  place       TEXT    NOT NULL,
  holder      TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  type        TEXT    NOT NULL,
  size        BIGINT  NOT NULL,
  sha256      TEXT,
  width       INTEGER,
  height      INTEGER,
  finished_at BIGINT,
  dialog_id   TEXT,
  message_id  TEXT,
  due_at      BIGINT,
  gone        INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX file_due ON file (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX file_waiting ON file (holder) WHERE due_at IS NOT NULL;
CREATE INDEX file_message ON file (message_id) WHERE message_id IS NOT NULL;
