"""The store: the one layer that knows the database; it hands out plain facts."""
