"""What a sentence says: one question a module, English and Chinese side by side, word lists as data in words/."""
