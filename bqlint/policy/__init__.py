"""What counts: which rules run, how grave their findings are, which findings are muted. Nothing else decides that."""
