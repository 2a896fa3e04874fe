-- What was said of an upload when it was announced: who asks how far it is hears it again.
ALTER TABLE file ADD COLUMN metadata TEXT;
