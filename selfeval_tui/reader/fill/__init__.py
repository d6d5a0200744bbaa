"""What goes where in an empty form, whatever file it lies in."""
