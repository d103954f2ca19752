"""Accounts, roles, capacities, bylines and signing in."""
