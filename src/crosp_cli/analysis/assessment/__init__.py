"""What one assessment says: cells, profiles, focus, measures, orientation, arenas, levels."""
