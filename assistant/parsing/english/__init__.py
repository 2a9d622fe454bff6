"""English resolutions: what their paragraphs say, in the same types as Chinese ones."""
