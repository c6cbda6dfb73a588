"""The machine that figures were measured on, in a sentence."""

from __future__ import annotations

import os
import platform
from datetime import datetime
from pathlib import Path


def described(when: datetime) -> str:
    """Date, processor, cores, load, system and Python."""
    load = os.getloadavg()[0]
    return (
        f"{when:%Y-%m-%d}; {_processor()}, {os.cpu_count()} cores, load {load:.1f};"
        f" {platform.system()} {platform.machine()}, Python {platform.python_version()}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "processor not known"
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
