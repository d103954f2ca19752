"""How decisions are usually made: the steps, who takes them, and the questions that lead to the right one."""
