"""Reads pages the way people and their software do, for tests."""
