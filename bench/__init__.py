"""Measures of speed, memory and bytes against the budgets: `make bench`."""
