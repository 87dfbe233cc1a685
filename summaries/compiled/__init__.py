"""Does once more, compiled, what a summary spends most of its time on: the same answers, several times sooner."""
