"""Finding what is public: words to their stems, items into an index, a question to its hits."""
