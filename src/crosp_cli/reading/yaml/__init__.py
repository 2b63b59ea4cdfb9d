"""From bytes to text, to a tree with positions, to a model; or to findings that say where."""
