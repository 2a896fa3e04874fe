-- The relay's tables, the same on SQLite and PostgreSQL. Times are milliseconds since 1970 in UTC,
-- truth values are 0 and 1, ids are the text of the wire.

-- One row. On PostgreSQL every writing transaction locks it first, so numbers are visible in
-- commit order over all nodes.
CREATE TABLE counter (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  seq      BIGINT  NOT NULL,
  epoch    TEXT    NOT NULL,
  restored INTEGER NOT NULL DEFAULT 0
);

-- One row per row that a desk caches, with its JSON as it is now; it moves to a new seq with every
-- change. position orders rows of one kind within a dialog; user_id is set for private rows.
CREATE TABLE change (
  seq       ${seq} PRIMARY KEY,
  kind      INTEGER NOT NULL,
  row_key   TEXT    NOT NULL,
  row_id    TEXT    NOT NULL,
  dialog_id TEXT,
  user_id   TEXT,
  position  BIGINT  NOT NULL,
  data      TEXT    NOT NULL,
  UNIQUE (kind, row_key)
);
CREATE INDEX change_dialog ON change (dialog_id, kind, position);

-- Who can see what: a dialog is visible to whom it shares a scope with. Rows are kept when a scope
-- is left (present = 0), because whoever was away has still to be told.
CREATE TABLE dialog_scope (
  dialog_id TEXT    NOT NULL,
  scope     TEXT    NOT NULL,
  present   INTEGER NOT NULL,
  seq       BIGINT  NOT NULL,
  PRIMARY KEY (dialog_id, scope)
);
CREATE INDEX dialog_scope_by_scope ON dialog_scope (scope, present, dialog_id);

CREATE TABLE user_scope (
  user_id TEXT    NOT NULL,
  scope   TEXT    NOT NULL,
  present INTEGER NOT NULL,
  seq     BIGINT  NOT NULL,
  PRIMARY KEY (user_id, scope)
);

-- Every command ever accepted or refused: the digest of its body and what became of it.
CREATE TABLE command (
  id         TEXT   NOT NULL PRIMARY KEY,
  user_id    TEXT   NOT NULL,
  device_id  TEXT   NOT NULL,
  digest     TEXT   NOT NULL,
  outcome    TEXT   NOT NULL,
  applied    INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE person (
  id              TEXT    NOT NULL PRIMARY KEY,
  email           TEXT    NOT NULL UNIQUE,
  name            TEXT    NOT NULL,
  role            TEXT    NOT NULL,
  visibility      TEXT    NOT NULL,
  may_join        INTEGER NOT NULL,
  active          INTEGER NOT NULL,
  password        TEXT    NOT NULL,
  chosen          TEXT    NOT NULL,
  availability    TEXT    NOT NULL,
  available_since BIGINT,
  offline_due     BIGINT,
  open_dialogs    BIGINT  NOT NULL DEFAULT 0
);

CREATE TABLE device (
  user_id      TEXT   NOT NULL,
  id           TEXT   NOT NULL,
  name         TEXT   NOT NULL,
  signed_in_at BIGINT NOT NULL,
  seen_at      BIGINT NOT NULL,
  revoked_at   BIGINT,
  PRIMARY KEY (user_id, id)
);

CREATE TABLE token (
  hash       TEXT   NOT NULL PRIMARY KEY,
  user_id    TEXT   NOT NULL,
  device_id  TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  ended      TEXT
);
CREATE INDEX token_device ON token (user_id, device_id);

-- The open streams of a node, so that every node knows who is connected.
CREATE TABLE presence (
  node        TEXT   NOT NULL,
  user_id     TEXT   NOT NULL,
  streams     BIGINT NOT NULL,
  alive_until BIGINT NOT NULL,
  PRIMARY KEY (node, user_id)
);

CREATE TABLE channel (
  id         TEXT    NOT NULL PRIMARY KEY,
  public_key TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  active     INTEGER NOT NULL,
  settings   TEXT    NOT NULL,
  position   BIGINT  NOT NULL
);

CREATE TABLE connector (
  id             TEXT    NOT NULL PRIMARY KEY,
  channel_id     TEXT    NOT NULL,
  kind           TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  switched_on    INTEGER NOT NULL,
  edit_seconds   BIGINT,
  delete_seconds BIGINT
);
CREATE INDEX connector_channel ON connector (channel_id);

CREATE TABLE queue_agent (
  channel_id    TEXT   NOT NULL,
  user_id       TEXT   NOT NULL,
  position      BIGINT NOT NULL,
  last_assigned BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (channel_id, user_id)
);
CREATE INDEX queue_agent_user ON queue_agent (user_id);

CREATE TABLE customer (
  id         TEXT   NOT NULL PRIMARY KEY,
  name       TEXT   NOT NULL,
  contact    TEXT   NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE visit (
  hash         TEXT   NOT NULL PRIMARY KEY,
  customer_id  TEXT   NOT NULL,
  dialog_id    TEXT   NOT NULL,
  channel_id   TEXT   NOT NULL,
  connector_id TEXT   NOT NULL,
  created_at   BIGINT NOT NULL
);

-- A dialog together with its latest session, since nearly every command needs both.
CREATE TABLE dialog (
  id              TEXT    NOT NULL PRIMARY KEY,
  channel_id      TEXT    NOT NULL,
  connector_id    TEXT    NOT NULL,
  customer_id     TEXT    NOT NULL,
  title           TEXT    NOT NULL,
  participants    TEXT    NOT NULL,
  last_message    TEXT,
  last_position   BIGINT  NOT NULL,
  last_public     BIGINT  NOT NULL,
  public_version  BIGINT  NOT NULL,
  created_at      BIGINT  NOT NULL,
  updated_at      BIGINT  NOT NULL,
  session_id      TEXT    NOT NULL,
  session_number  BIGINT  NOT NULL,
  status          TEXT    NOT NULL,
  session_channel TEXT    NOT NULL,
  owner           TEXT,
  owner_by        TEXT,
  owner_since     BIGINT,
  owner_how       TEXT,
  offered_to      TEXT,
  offered_until   BIGINT,
  tried           TEXT    NOT NULL,
  pinned          INTEGER NOT NULL,
  started_at      BIGINT  NOT NULL,
  accepted_at     BIGINT,
  waiting_since   BIGINT,
  first_reply     BIGINT,
  ended_at        BIGINT,
  ended_by        TEXT,
  rating          BIGINT,
  replied_at      BIGINT,
  told_no_answer  INTEGER NOT NULL,
  got_public      BIGINT  NOT NULL DEFAULT 0,
  seen_public     BIGINT  NOT NULL DEFAULT 0,
  due_at          BIGINT,
  UNIQUE (connector_id, customer_id)
);
CREATE INDEX dialog_due ON dialog (due_at);
CREATE INDEX dialog_owner ON dialog (owner, ended_at);
CREATE INDEX dialog_offered ON dialog (offered_to);
CREATE INDEX dialog_waiting ON dialog (session_channel, status);

CREATE TABLE session (
  id         TEXT   NOT NULL PRIMARY KEY,
  dialog_id  TEXT   NOT NULL,
  number     BIGINT NOT NULL,
  status     TEXT,
  started_at BIGINT NOT NULL,
  ended_at   BIGINT,
  ended_by   TEXT,
  rating     BIGINT,
  UNIQUE (dialog_id, number)
);
CREATE UNIQUE INDEX session_one_open ON session (dialog_id) WHERE ended_at IS NULL;

-- What a message is judged by; its text and all that is shown lie in change.data.
-- public_position counts what the customer sees and nothing else.
CREATE TABLE message (
  num             ${seq} PRIMARY KEY,
  id              TEXT   NOT NULL UNIQUE,
  dialog_id       TEXT   NOT NULL,
  session_id      TEXT   NOT NULL,
  position        BIGINT NOT NULL,
  public_position BIGINT,
  author_kind     TEXT   NOT NULL,
  author_id       TEXT,
  device_id       TEXT,
  UNIQUE (dialog_id, position)
);
CREATE INDEX message_public ON message (dialog_id, public_position);

CREATE TABLE inbound (
  connector_id TEXT NOT NULL,
  external_id  TEXT NOT NULL,
  message_id   TEXT NOT NULL,
  digest       TEXT NOT NULL,
  PRIMARY KEY (connector_id, external_id)
);

CREATE TABLE revision (
  message_id TEXT   NOT NULL,
  version    BIGINT NOT NULL,
  text       TEXT   NOT NULL,
  replaced_at BIGINT NOT NULL,
  PRIMARY KEY (message_id, version)
);

CREATE TABLE reading (
  dialog_id TEXT   NOT NULL,
  user_id   TEXT   NOT NULL,
  last_read BIGINT NOT NULL,
  unread    BIGINT NOT NULL,
  PRIMARY KEY (dialog_id, user_id)
);

CREATE TABLE audit (
  id      TEXT   NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL,
  actor   TEXT,
  action  TEXT   NOT NULL,
  target  TEXT   NOT NULL,
  details TEXT   NOT NULL
);
