"""The articulated figure: skeleton, motion, and shapes in the plane. It paints nothing.

Lengths are in body heights, angles in degrees, times in seconds. Axes: x forward, y up, z to the
body's right; the floor is y = 0.
"""
