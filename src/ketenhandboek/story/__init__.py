"""The run of an example case as a story: its steps in the order of time, each once, in Dutch."""
