"""Positions, muscles and cautions in the words of a person, for every place that says them.

The data files have codes, so that one word changed here is changed everywhere. The cautions put
the codes of the fact sheet (2.1) into plain words; docs/safety.md names their sources.
"""

from __future__ import annotations

from recovery_coach.base.i18n import tr


def position_name(position: str) -> str:
    """A position in the words of a person."""
    return {
        "standing": tr("standing"),
        "half-kneeling": tr("half-kneeling"),
        "kneeling": tr("kneeling"),
        "quadruped": tr("hands and knees"),
        "lunge": tr("lunge"),
        "seated": tr("sitting"),
        "supine": tr("on the back"),
        "prone": tr("on the front"),
        "side-lying": tr("on the side"),
    }.get(position, position)


def muscle_name(muscle: str) -> str:
    """A muscle by the name that people in a gym know it by."""
    return {
        "neck": tr("neck"),
        "upper_trapezius": tr("upper trapezius"),
        "mid_lower_trapezius": tr("middle and lower trapezius"),
        "rhomboids": tr("rhomboids"),
        "latissimus_dorsi": tr("lats"),
        "deltoids": tr("shoulders"),
        "rotator_cuff": tr("rotator cuff"),
        "serratus_anterior": tr("serratus, at the ribs"),
        "pectorals": tr("chest"),
        "thoracic_extensors": tr("upper back"),
        "lumbar_extensors": tr("low back"),
        "quadratus_lumborum": tr("side of the low back"),
        "rectus_abdominis": tr("front abdominals"),
        "obliques": tr("side abdominals"),
        "deep_core": tr("deep core"),
        "diaphragm": tr("diaphragm"),
        "hip_flexors": tr("hip flexors"),
        "gluteus_maximus": tr("glutes"),
        "gluteus_medius": tr("side of the hips"),
        "deep_hip_rotators": tr("deep hip rotators"),
        "adductors": tr("inner thighs"),
        "quadriceps": tr("front of the thighs"),
        "hamstrings": tr("hamstrings"),
        "calves": tr("calves"),
    }.get(muscle, muscle.replace("_", " "))


EQUIPMENT_CHECK = "EQP"
"""The one caution that is about things: it concerns everybody."""


def caution_words(code: str) -> str:
    """Whom a caution concerns and, where there is one, the way out; goes on "Take care if"."""
    return {
        "FLEX": tr("bending forward brings your pain on"),
        "EXT": tr("arching backward brings your pain on"),
        "ROT": tr("twisting brings your pain on"),
        "LEG": tr("you feel something in a leg: stop if it spreads further down"),
        "SHO": tr("a shoulder is painful or unstable"),
        "WRI": tr("your wrists hurt when you lean on them"),
        "KNE": tr("a knee is painful, or does not take kneeling"),
        "HIP": tr("your groin pinches, or you have a hip impingement or an artificial hip"),
        "BAL": tr("your balance is poor: hold on to something"),
        "BON": tr(
            "your bone density is low, you take steroid tablets for long, or you have fractured"
            " your spine: never bend forward or twist to the end"
        ),
        "PRE": tr("you are pregnant: only with professional advice"),
        "BP": tr(
            "you have uncontrolled blood pressure, glaucoma, a retinal problem or reflux, or get"
            " dizzy from holding your breath or with your legs up"
        ),
        "IMP": tr("something hurts acutely, or a joint is swollen: then no jumping"),
        "ACU": tr("you strained something less than 48 hours ago: then not yet"),
        "NEC": tr("your neck hurts, or some positions of it make you dizzy"),
        EQUIPMENT_CHECK: tr("Check the band, its anchor or the roller before you load it."),
    }.get(code, code)


def caution_short(code: str) -> str:
    """The same in a few words, to be given as a reason: ``because you set: {}``."""
    return {
        "FLEX": tr("bending forward brings it on"),
        "EXT": tr("arching backward brings it on"),
        "ROT": tr("twisting brings it on"),
        "LEG": tr("something in a leg"),
        "SHO": tr("a painful or unstable shoulder"),
        "WRI": tr("wrists that hurt when you lean on them"),
        "KNE": tr("a painful knee or no kneeling"),
        "HIP": tr("a groin that pinches or an artificial hip"),
        "BAL": tr("poor balance"),
        "BON": tr("low bone density or long-term steroid tablets"),
        "PRE": tr("pregnancy"),
        "BP": tr("blood pressure, eyes or reflux"),
        "IMP": tr("no jumping"),
        "ACU": tr("a strain less than 48 hours ago"),
        "NEC": tr("neck pain or dizziness"),
    }.get(code, code)


def rule_words() -> str:
    """What holds for every exercise (facts 2.1), and stands with each."""
    return tr(
        "Always: stop at sharp pain, new signs in a leg, numbness or light-headedness. Your number"
        " may rise by 2 at most, and never above 5. Keep breathing."
    )
