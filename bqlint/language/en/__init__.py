"""What an English sentence says: the halves that `bqlint.language` asks for a sentence in English."""
