"""Figures as pictures a phone can show: the only door to Pillow."""
