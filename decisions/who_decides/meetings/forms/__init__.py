"""Forms for meetings, agendas, series and decisions."""
