-- Few messages have files: which bytes are still referred to is found without reading all the others.
CREATE INDEX message_files ON message (n) WHERE files IS NOT NULL;
