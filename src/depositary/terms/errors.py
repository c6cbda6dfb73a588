"""The one root of the errors that a broken call or a broken program raises; broken data is a `Finding`."""

from __future__ import annotations


class DepositaryError(Exception):
    """Something was asked that cannot be done; its text is one clear sentence for whoever asked."""
