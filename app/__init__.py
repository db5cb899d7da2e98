"""Ownpace deals small tasks to people at their own pace."""
