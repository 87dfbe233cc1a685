"""Links that people paste: what is behind one, and how it becomes a source of theirs."""
