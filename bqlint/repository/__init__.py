"""Many stories at once: what is kept of each to compare it with the others, and the comparisons."""
