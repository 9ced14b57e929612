"""What we keep of whom and how long, what goes by itself, and how a person is forgotten."""
