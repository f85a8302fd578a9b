"""What must not leave: names on a deny-list, personal data, how both are masked in all that is told, and redaction."""

DENY_LIST = ".bqlint-confidential"
"""The name of the deny-list's file, unless the settings name another."""
