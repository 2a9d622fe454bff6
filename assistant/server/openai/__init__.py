"""The routes that OpenAI's clients know: models and chat completions (platform.openai.com/docs)."""
