CREATE TABLE channel (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE confirmed (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE customer (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dialog (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE draft (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
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
CREATE TABLE 'message_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'message_words_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'message_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'message_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE person (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reading (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
