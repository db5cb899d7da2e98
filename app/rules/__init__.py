"""The rules: pure functions of values, with no clock, chance, file, web or database."""
