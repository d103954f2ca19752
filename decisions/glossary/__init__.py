"""Hard words: a page for each, and words that people would like to have explained."""
