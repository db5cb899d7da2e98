"""Serving: gunicorn's threads, each handed only requests that have arrived whole."""
