-- The relay's rows as they are. Every table keeps the number of the row's last change beside its data.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE channel (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE customer (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dialog (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reading (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE draft (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;

-- n ascends with the time of the message, so the full-text index can walk from the newest backwards.
CREATE TABLE message (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dialog TEXT NOT NULL,
  position INTEGER NOT NULL,
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
  event TEXT
);
CREATE INDEX message_position ON message (dialog, position);

CREATE VIRTUAL TABLE message_words USING fts5(
  text, content='message', content_rowid='n',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3');

-- What a fresh snapshot has delivered so far, while the rows of before it are still shown.
CREATE TABLE confirmed (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
