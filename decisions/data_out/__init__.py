"""Everything public as data: tables, files for programs, and the shape that other civic software reads (Popolo)."""
