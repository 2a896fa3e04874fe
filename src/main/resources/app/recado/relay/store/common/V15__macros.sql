-- Several acts kept to be done again; what is shown of one lies in data. A row stays when it is
-- deleted, so that who deletes it too has nothing to be told.
CREATE TABLE macro (
  id      TEXT    NOT NULL PRIMARY KEY,
  data    TEXT    NOT NULL,
  deleted INTEGER NOT NULL
);
