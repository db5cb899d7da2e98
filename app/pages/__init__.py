"""The pages: who asks, which action, which template."""
