"""What a writer begins with: a fresh story with the questions an interviewer will ask, and a repository for stories."""
