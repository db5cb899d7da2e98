"""Reading and writing other people's files: pool folders, rows of tasks, exports."""
