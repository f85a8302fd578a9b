"""What must not leave: names on a deny-list, personal data, how both are masked in all that is told, and redaction."""
