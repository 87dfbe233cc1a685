"""Makes the tables and weights that the summaries ship with; nothing here is needed to summarise."""
