"""Widgets only: a page takes its model in ``__init__`` and shows it. Nothing here touches disks."""
