"""Check: what a careful colleague would point out before a speech is given."""

from publisher.check.finding import Case, Finding, Severity
from publisher.check.report import as_json, as_lines, counted
from publisher.check.rules import RULES, check

__all__ = ["RULES", "Case", "Finding", "Severity", "as_json", "as_lines", "check", "counted"]
