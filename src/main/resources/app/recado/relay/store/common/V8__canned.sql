-- Rows of no dialog that only who is in a scope may see. Where one has left a scope, its entry stays
-- there without data, so that whoever was away learns that it is gone.
ALTER TABLE change ADD COLUMN scope TEXT;
CREATE INDEX change_scope ON change (scope, row_id) WHERE scope IS NOT NULL;

-- Canned responses; what is shown of one lies in data. A row stays when it is deleted, so that who
-- deletes it too has nothing to be told.
CREATE TABLE canned (
  id      TEXT    NOT NULL PRIMARY KEY,
  owner   TEXT    NOT NULL,
  source  TEXT,
  data    TEXT    NOT NULL,
  uses    BIGINT  NOT NULL,
  deleted INTEGER NOT NULL
);
CREATE INDEX canned_source ON canned (owner, source) WHERE source IS NOT NULL;

-- Who works in a channel, whatever dialogs of it they see.
INSERT INTO user_scope (user_id, scope, present, seq)
SELECT user_id, 'queue:' || channel_id, 1, 0 FROM queue_agent;
