"""The commands: a module each, loaded by name when it is called."""
