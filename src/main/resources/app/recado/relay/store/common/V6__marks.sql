-- What the staff mark a dialog with. Tags stand one per line.
ALTER TABLE dialog ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE dialog ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE dialog ADD COLUMN snoozed_until BIGINT;
-- The session that a session was moved out of.
ALTER TABLE dialog ADD COLUMN parent TEXT;
ALTER TABLE session ADD COLUMN parent TEXT;
