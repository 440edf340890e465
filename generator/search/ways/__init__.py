"""Archive → what leads on where words alone do not: titles and readings, issues, what is cited and not held."""
