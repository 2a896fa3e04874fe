-- The file at the relay that this one is a copy of: its bytes need not be here.
ALTER TABLE attachment ADD COLUMN source TEXT;
