"""The worker's pages."""
