-- Messages that wait for their time: what a send will be judged by lies here, what is shown of one
-- in data. send_at is null once one was held. One that was sent or called back is deleted.
CREATE TABLE scheduled (
  id        TEXT   NOT NULL PRIMARY KEY,
  user_id   TEXT   NOT NULL,
  device_id TEXT   NOT NULL,
  basis     TEXT,
  send_at   BIGINT,
  data      TEXT   NOT NULL
);
CREATE INDEX scheduled_due ON scheduled (send_at) WHERE send_at IS NOT NULL;
