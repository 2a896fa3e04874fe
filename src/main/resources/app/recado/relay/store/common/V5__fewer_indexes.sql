-- A dialog's messages in their order are found in change, whose index has them already: each index
-- here was one more page to write for every message.
CREATE TABLE lean_message (
  num             ${seq} PRIMARY KEY,
  id              TEXT   NOT NULL UNIQUE,
  dialog_id       TEXT   NOT NULL,
  session_id      TEXT   NOT NULL,
  position        BIGINT NOT NULL,
  public_position BIGINT,
  author_kind     TEXT   NOT NULL,
  author_id       TEXT,
  device_id       TEXT
);
INSERT INTO lean_message
SELECT num, id, dialog_id, session_id, position, public_position, author_kind, author_id, device_id
FROM message;
DROP TABLE message;
ALTER TABLE lean_message RENAME TO message;
