"""The broadcast desk on the screen: its cards, its keyboards, its figures in words."""
