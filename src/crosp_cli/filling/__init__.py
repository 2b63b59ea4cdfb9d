"""Ways to fill in an assessment without a text editor: a questionnaire, its forms, and the answers that come back."""
