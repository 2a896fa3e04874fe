-- Who is there goes by devices: one may be in use while another stands idle.
ALTER TABLE device ADD COLUMN idle INTEGER NOT NULL DEFAULT 0;
-- Without a stream it counts as there until then.
ALTER TABLE device ADD COLUMN there_until BIGINT;
UPDATE device SET there_until = seen_at
WHERE user_id IN (SELECT id FROM person WHERE availability <> 'offline');
CREATE INDEX device_there ON device (there_until);
ALTER TABLE person DROP COLUMN offline_due;

DROP TABLE presence;
-- The open streams of a node, so that every node knows who is connected from where.
CREATE TABLE presence (
  node        TEXT   NOT NULL,
  user_id     TEXT   NOT NULL,
  device_id   TEXT   NOT NULL,
  alive_until BIGINT NOT NULL,
  PRIMARY KEY (node, user_id, device_id)
);
CREATE INDEX presence_device ON presence (user_id, device_id);
