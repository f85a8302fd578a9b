"""One old notebook to stories: questions with their answers, paragraphs put in sections, nothing lost or invented."""
