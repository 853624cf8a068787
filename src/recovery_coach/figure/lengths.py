"""The proportions of the body, in body heights: a calm, neutral, well-proportioned adult.

Bone lengths follow the usual anthropometric shares of stature (Drillis and Contini 1966, as in
Winter, Biomechanics and Motor Control of Human Movement; memory); radii are drawn by eye
(editorial).
"""

from __future__ import annotations

THIGH, SHIN = 0.245, 0.246
UPPER_ARM, FOREARM, HAND = 0.165, 0.15, 0.085
LUMBAR, THORACIC, NECK, HEAD = 0.13, 0.17, 0.055, 0.10
HIP_BELOW, HIP_ASIDE = 0.01, 0.0425
"""Where the hip joints are, from the pelvis point between and above them."""
SHOULDER_BELOW, SHOULDER_ASIDE = 0.0275, 0.095
"""Where the shoulder joints are at rest, from the top of the thoracic spine."""
CLAVICLE_BELOW, CLAVICLE_ASIDE = 0.02, 0.015
"""Where the collar bones begin, from the same."""
BALL = 0.072
"""How far from the ankle, along the foot, its ball is."""

LUMBAR_PARTS, THORACIC_PARTS = 4, 4

RADIUS = {
    "thigh": 0.047,
    "shin": 0.031,
    "foot": 0.02,
    "upper_arm": 0.026,
    "forearm": 0.021,
    "hand": 0.013,
    "lumbar": 0.052,
    "thoracic": 0.058,
    "neck": 0.027,
    "head": 0.052,
}
"""The radius that counts for each part where parts must not meet."""
