"""What comes in as a document, and what becomes a finding instead."""
