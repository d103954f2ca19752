"""One index over all kinds: FTS5 on SQLite, tsvector on PostgreSQL."""
