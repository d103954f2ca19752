"""Set a place up: in the browser by a code that the server prints, or by a command. What is still to find out."""
