"""Following, and the news that followers are told."""
