"""What differs from desktop to desktop, behind small interfaces; ``gui`` hands it to the window."""
