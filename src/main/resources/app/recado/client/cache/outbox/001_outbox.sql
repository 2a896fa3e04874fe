-- What the agent did and wrote; the only copy until the relay has it.
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  command TEXT NOT NULL,
  state TEXT NOT NULL,
  tried INTEGER NOT NULL,
  outcome TEXT
);

CREATE TABLE draft (
  dialog TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  quote TEXT,
  base INTEGER NOT NULL,
  PRIMARY KEY (dialog, kind)
) WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
