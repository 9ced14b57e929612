"""What readers send: the form, what guards it, and what is kept."""
