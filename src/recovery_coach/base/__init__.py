"""The ground floor: clock, paths, files, words. Imports nothing of the rest of the house."""
