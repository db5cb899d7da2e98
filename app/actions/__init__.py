"""Actions: one thing that a person asked for, in one transaction."""
