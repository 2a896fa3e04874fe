-- Full text of what was written; rowid is message.num, so newest first is descending rowid.
CREATE VIRTUAL TABLE message_text USING fts5 (
  text,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);
