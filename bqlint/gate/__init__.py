"""The gate before a merge: whether the stories that a branch changes are approved, by the terms of the base."""
