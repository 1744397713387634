"""Themes: folders of drawings, read strictly into frozen models."""
