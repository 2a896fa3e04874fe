-- When a command that keeps its time may leave, by the relay's clock in milliseconds; null for any other.
ALTER TABLE outbox ADD COLUMN due INTEGER;
