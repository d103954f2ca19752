"""Following, and messages sent once each through an outbox."""
