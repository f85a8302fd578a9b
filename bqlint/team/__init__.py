"""A team's repository: approvals pinned to content, who may give them, and which commit brought each."""
