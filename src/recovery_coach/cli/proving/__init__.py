"""What proves an installation: each check tries one part of it for real, and says what it found.

``proof`` performs them and tells what came of each. Nothing here touches the person's own
files: whatever is written goes to a throwaway folder (``trial``). What needs the window's toolkit
is looked at by ``ui/proof.py``; the checks here ask it.
"""
