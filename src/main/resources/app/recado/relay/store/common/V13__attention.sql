-- What a person wants to hear of a dialog.
ALTER TABLE reading ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
