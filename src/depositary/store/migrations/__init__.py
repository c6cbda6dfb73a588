"""Migrations: how a register of an older revision is brought up to date, one step a file."""
