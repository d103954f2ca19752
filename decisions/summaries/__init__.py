"""Plain summaries of long talk and of papers: written by people, offered, and one of them picked."""
