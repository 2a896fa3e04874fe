-- Files that the agent chose; their bytes lie in the profile's folder `files` under the same id.
-- dialog and kind: the draft it belongs to; null once its message is in the outbox.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  dialog TEXT,
  kind TEXT,
  file TEXT NOT NULL,
  uploaded INTEGER NOT NULL
) WITHOUT ROWID;
