"""The refusal of a text that no person writes."""


class TooHard(ValueError):
    """Refuse a text that would take too long to lay out.

    `sentence` is plain English for the person who wrote the text, marked for translation where it is
    raised. It says what is too much and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
