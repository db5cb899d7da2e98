"""Pictures and sound: checked, shrunk to a budget of bytes, and kept.

This file imports nothing on purpose: the confined child imports the folder as its own package.
"""
