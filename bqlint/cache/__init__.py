"""What a run found before, kept in the user's cache folder: never more than a shorter way to the same output.

Only content counts: keys are digests of bytes, settings and bqlint's own files. Whatever is damaged is not there.
"""
