"""From models to frozen results: profiles, gaps, focus, measures. Nothing here prints."""
