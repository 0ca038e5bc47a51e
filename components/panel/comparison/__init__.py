"""Two places side by side."""

from components.panel.comparison.build import build_comparison

__all__ = ["build_comparison"]
