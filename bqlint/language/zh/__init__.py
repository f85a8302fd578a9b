"""What a Chinese sentence says: the halves that `bqlint.language` asks for a sentence in Chinese."""
