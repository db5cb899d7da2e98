"""Checks that need a real browser; each takes a driver with a page open and lists what is wrong."""
