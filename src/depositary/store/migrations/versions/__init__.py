"""The steps, each frozen as it was when it was written."""
