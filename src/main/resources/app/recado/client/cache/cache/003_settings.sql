-- What leaders see of a channel.
CREATE TABLE settings (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
