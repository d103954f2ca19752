"""Meetings, what is on their agendas, the papers, and what was decided: at a meeting or outside one."""
