"""Messages that wait to be sent: written in the transaction of the act, sent by a job, each once."""
