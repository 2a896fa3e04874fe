-- When an upload was announced: what one customer brings within a day is limited.
ALTER TABLE file ADD COLUMN begun_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX file_begun ON file (holder, begun_at);
DROP INDEX file_waiting;
