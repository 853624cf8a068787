"""The linear algebra a skeleton needs, on plain tuples: a numeric library costs its import."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Frame = tuple[Vec, Vec, Vec]
"""The axes of a body part in the world: its front, its length (up), its right."""
Quat = tuple[float, float, float, float]

WORLD: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
TINY = 1e-9


def add(a: Vec, b: Vec) -> Vec:
    """The sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """From ``b`` to ``a``."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vec, s: float) -> Vec:
    """Scaled."""
    return (a[0] * s, a[1] * s, a[2] * s)


def along(a: Vec, d: Vec, s: float) -> Vec:
    """From ``a`` by ``s`` times ``d``."""
    return (a[0] + d[0] * s, a[1] + d[1] * s, a[2] + d[2] * s)


def dot(a: Vec, b: Vec) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The outer product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """How long."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """How far apart."""
    return length(sub(a, b))


def unit(a: Vec, otherwise: Vec = (1.0, 0.0, 0.0)) -> Vec:
    """The direction; ``otherwise`` of a vector too short to have one."""
    size = length(a)
    if size < TINY:
        return otherwise
    return (a[0] / size, a[1] / size, a[2] / size)


def lerp(a: Vec, b: Vec, s: float) -> Vec:
    """The point ``s`` of the way from ``a`` to ``b``."""
    return (a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s, a[2] + (b[2] - a[2]) * s)


def across(a: Vec, axis: Vec, otherwise: Vec = (0.0, 1.0, 0.0)) -> Vec:
    """The direction of what of ``a`` is at right angles to the unit vector ``axis``.

    Where ``a`` lies along the axis, the same of ``otherwise``, or of any third direction: first
    of one that a mirror leaves as it is.
    """
    for candidate in (a, otherwise, (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)):
        rest = along(candidate, axis, -dot(candidate, axis))
        if length(rest) > 1e-4:
            return unit(rest)
    raise AssertionError("of three directions one is at an angle to the axis")


def nearest_shares(uu: float, uv: float, vv: float, uw: float, vw: float) -> tuple[float, float]:
    """Where two straight pieces come nearest: the share (0 to 1) of each, in any dimension.

    Of the pieces ``a + s u`` and ``c + t v`` with ``w = a - c``, by their inner products alone. A
    piece without length is its own beginning.
    """
    det = uu * vv - uv * uv
    s = min(1.0, max(0.0, (uv * vw - vv * uw) / det)) if det > 1e-12 else 0.0
    t = (uv * s + vw) / vv if vv > 1e-12 else -1.0
    if not 0.0 <= t <= 1.0:
        t = min(1.0, max(0.0, t))
        s = min(1.0, max(0.0, (uv * t - uw) / uu)) if uu > 1e-12 else 0.0
    return s, t


def within(frame: Frame, local: Vec) -> Vec:
    """A direction given in ``frame``, in the world."""
    x, y, z = frame
    a, b, c = local
    return (
        x[0] * a + y[0] * b + z[0] * c,
        x[1] * a + y[1] * b + z[1] * c,
        x[2] * a + y[2] * b + z[2] * c,
    )


def rotation(pitch: float, roll: float, yaw: float) -> Frame:
    """Rz(-pitch) Rx(roll) Ry(yaw), degrees: forward, then to the right, then turned to the left."""
    cp, sp = cos(radians(pitch)), sin(radians(pitch))
    cr, sr = cos(radians(roll)), sin(radians(roll))
    cy, sy = cos(radians(yaw)), sin(radians(yaw))
    # Ry then Rx of the three axes, then Rz(-pitch) of each.
    x = (cy, sr * sy, -cr * sy)
    y = (0.0, cr, sr)
    z = (sy, -sr * cy, cr * cy)
    return (
        (cp * x[0] + sp * x[1], -sp * x[0] + cp * x[1], x[2]),
        (cp * y[0] + sp * y[1], -sp * y[0] + cp * y[1], y[2]),
        (cp * z[0] + sp * z[1], -sp * z[0] + cp * z[1], z[2]),
    )


def turned(frame: Frame, local: Frame) -> Frame:
    """``local`` carried out within ``frame``."""
    return (within(frame, local[0]), within(frame, local[1]), within(frame, local[2]))


def as_quaternion(frame: Frame) -> Quat:
    """The rotation as a unit quaternion (w, x, y, z)."""
    (a, b, c), (d, e, f), (g, h, i) = frame  # columns of the matrix
    trace = a + e + i
    if trace > 0:
        s = sqrt(trace + 1.0) * 2
        return (s / 4, (f - h) / s, (g - c) / s, (b - d) / s)
    if a > e and a > i:
        s = sqrt(1.0 + a - e - i) * 2
        return ((f - h) / s, s / 4, (d + b) / s, (g + c) / s)
    if e > i:
        s = sqrt(1.0 + e - a - i) * 2
        return ((g - c) / s, (d + b) / s, s / 4, (h + f) / s)
    s = sqrt(1.0 + i - a - e) * 2
    return ((b - d) / s, (g + c) / s, (h + f) / s, s / 4)


def as_frame(q: Quat) -> Frame:
    """The rotation of a quaternion, which need not be of unit length."""
    w, x, y, z = q
    n = w * w + x * x + y * y + z * z
    s = 2.0 / n
    return (
        (1 - s * (y * y + z * z), s * (x * y + w * z), s * (x * z - w * y)),
        (s * (x * y - w * z), 1 - s * (x * x + z * z), s * (y * z + w * x)),
        (s * (x * z + w * y), s * (y * z - w * x), 1 - s * (x * x + y * y)),
    )
