"""The style sheet, built from the tokens of a theme. Widgets choose by the properties role, kind.

Spacing goes in steps of 4, cards have a radius of 18; a focused control carries a ring of its own
(2 px in the text colour), so that the keyboard is never lost.
"""

from __future__ import annotations

from recovery_coach.ui.palette import Palette


def stylesheet(c: Palette, px: int) -> str:
    """The whole sheet for palette ``c`` with body text of ``px`` pixels."""

    def size(factor: float) -> int:
        return round(px * factor)

    return f"""
* {{ color: {c.text}; font-size: {px}px; }}
QWidget#window, QWidget[role="page"] {{ background: {c.ground}; }}
QWidget[role="sidebar"] {{ background: {c.surface}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}

QLabel {{ background: transparent; }}
QLabel[role="hero"] {{ font-size: {size(2.7)}px; font-weight: 700; }}
QLabel[role="title"] {{ font-size: {size(2.0)}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {size(1.2)}px; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {size(1.2)}px; color: {c.text}; }}
QLabel[role="brand"] {{ font-size: {size(1.13)}px; font-weight: 700; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="small"] {{ color: {c.muted}; font-size: {size(0.87)}px; }}
QLabel[role="asked"] {{ font-size: {size(0.87)}px; }}
QLabel[role="kicker"] {{ color: {c.accent_text}; font-size: {size(0.87)}px; font-weight: 700; }}
QLabel[role="teal"] {{ color: {c.teal_text}; font-weight: 600; }}
QLabel[role="stage-title"] {{ font-size: {size(3.4)}px; font-weight: 700; }}
QLabel[role="stage-cue"] {{ font-size: {size(2.0)}px; color: {c.text}; }}
QLabel[role="stage-kicker"] {{ font-size: {size(1.4)}px; color: {c.muted}; font-weight: 600; }}
QLabel[role="advice"] {{ font-size: {size(1.6)}px; font-weight: 700; }}
QLabel[role="advice-short"] {{ font-size: {size(1.33)}px; font-weight: 700; }}
QLabel[role="alarm"] {{ font-size: {size(2.0)}px; font-weight: 700; color: {c.red_text}; }}
QLabel[role="level"] {{ font-size: {size(3.4)}px; font-weight: 700; }}
QLabel[role="level-alarm"] {{
    font-size: {size(3.4)}px; font-weight: 700; color: {c.red_text};
}}
QLabel[role="alarm-kicker"] {{ font-size: {size(1.2)}px; font-weight: 700; color: {c.red_text}; }}
QLabel[role="key"] {{
    background: {c.raised}; border: 1px solid {c.line}; border-radius: 6px;
    padding: {size(0.1)}px {size(0.5)}px; min-width: {size(0.8)}px; font-weight: 600;
}}
QLabel[role="chip"] {{
    background: {c.raised}; border-radius: {size(0.8)}px; padding: {size(0.33)}px {size(0.9)}px;
}}
QLabel[role="state-chip"] {{
    background: {c.raised}; color: {c.muted}; font-size: {size(0.87)}px;
    border-radius: {size(0.6)}px; padding: {size(0.15)}px {size(0.7)}px;
}}
QLabel[role="mini-side"] {{
    background: {c.accent}; color: {c.on_accent}; font-weight: 700;
    border-radius: {size(0.7)}px; padding: {size(0.1)}px {size(0.7)}px;
}}
QLabel[role="side-chip"] {{
    background: {c.accent}; color: {c.on_accent}; font-size: {size(1.6)}px; font-weight: 700;
    border-radius: {size(1.25)}px; padding: {size(0.35)}px {size(1.2)}px;
}}
QLabel[role="set-chip"] {{
    background: {c.raised}; font-size: {size(1.6)}px; font-weight: 600;
    border-radius: {size(1.25)}px; padding: {size(0.35)}px {size(1.2)}px;
}}

QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 18px; }}
QFrame[role="card"]:focus {{ border-color: {c.text}; }}
QFrame[role="alarm-card"] {{
    background: {c.surface}; border: 2px solid {c.red}; border-radius: 18px;
}}
QFrame[role="side"] {{ background: {c.ground}; border: 1px solid {c.line}; border-radius: 14px; }}
QFrame[role="bar"] {{ background: {c.surface}; border: none; border-top: 1px solid {c.line}; }}
QFrame[role="toast"] {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 14px; }}
QFrame[role="line"] {{ background: {c.line}; max-height: 1px; border: none; }}

QPushButton {{
    background: {c.raised}; color: {c.text}; border: 2px solid transparent;
    border-radius: {size(1.4)}px; padding: {size(0.7)}px {size(1.4)}px; min-height: {size(1.4)}px;
    font-size: {size(1.07)}px;
}}
QWidget[role="transport"] QPushButton {{ padding: {size(0.8)}px {size(1.0)}px; }}
QWidget[role="stack"] QPushButton {{ padding: {size(1.0)}px; font-size: {size(1.3)}px; }}
QWidget[role="tall-transport"] QPushButton {{
    padding: {size(0.8)}px {size(1.0)}px; min-height: {size(2.5)}px; border-radius: {size(1.9)}px;
    font-size: {size(1.2)}px;
}}
QPushButton[kind="top"] {{
    font-size: {px}px; padding: {size(0.2)}px {size(0.9)}px; border-radius: {size(0.9)}px;
}}
QPushButton:hover {{ border-color: {c.line}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border-color: {c.text}; outline: none; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.surface}; }}
QPushButton[kind="primary"] {{
    background: {c.accent}; color: {c.on_accent}; font-weight: 700; font-size: {size(1.2)}px;
    padding: {size(0.8)}px {size(2.4)}px;
}}
QPushButton[kind="primary"]:hover {{ border-color: {c.on_accent}; }}
QPushButton[kind="primary"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.raised}; color: {c.muted}; }}
QPushButton[kind="outline"] {{
    background: transparent; color: {c.accent_text}; border: 2px solid {c.accent};
    font-size: {px}px; font-weight: 600;
    padding: {size(0.4)}px {size(1.0)}px; border-radius: {size(1.1)}px;
}}
QPushButton[kind="outline"]:hover {{ background: {c.raised}; }}
QPushButton[kind="outline"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="hurts"] {{
    background: transparent; color: {c.red_text}; border: 2px solid {c.red}; font-weight: 700;
}}
QPushButton[kind="hurts"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="hurts"]:disabled {{ color: {c.muted}; border: 2px dashed {c.line}; }}
QPushButton[kind="choice"]:checked {{
    background: {c.teal}; color: {c.on_teal}; font-weight: 600;
}}
QWidget[role="mini-buttons"] QPushButton {{
    font-size: {px}px; padding: {size(0.3)}px {size(0.4)}px; border-radius: {size(1.1)}px;
}}
QPushButton[kind="filter"], QPushButton[kind="chip"] {{
    font-size: {px}px; padding: {size(0.4)}px {size(1.0)}px; border-radius: {size(1.1)}px;
}}
QPushButton[kind="filter"]:checked {{ border-color: {c.teal}; }}
QPushButton[kind="filter"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="chip"]:checked {{ background: {c.teal}; color: {c.on_teal}; }}
QWidget[role="segments"] {{
    background: {c.raised}; border: 1px solid {c.line}; border-radius: {size(1.1)}px;
}}
QPushButton[kind="segment"], QPushButton[kind="step"] {{
    font-size: {px}px; padding: {size(0.3)}px {size(0.7)}px; border-radius: {size(1.05)}px;
}}
QPushButton[kind="step"] {{ padding: {size(0.3)}px; min-width: {size(1.4)}px; }}
QPushButton[kind="day"] {{
    background: {c.raised}; font-size: {px}px; padding: {size(0.2)}px;
    min-width: {size(1.6)}px; min-height: {size(1.4)}px; border-radius: {size(0.9)}px;
}}
QPushButton[kind="day"]:hover {{ border-color: {c.muted}; }}
QPushButton[kind="day"]:checked {{ background: {c.teal}; color: {c.on_teal}; font-weight: 600; }}
QPushButton[kind="day"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="day"]:disabled {{ background: transparent; color: {c.muted}; }}
QPushButton[kind="segment"]:hover {{ border-color: {c.muted}; }}
QPushButton[kind="segment"]:checked {{ background: {c.teal}; color: {c.on_teal}; }}
QPushButton[kind="segment"]:focus {{ border-color: {c.text}; }}
QWidget[role="choices"] QPushButton {{
    padding: {size(0.4)}px {size(0.8)}px; border-radius: {size(1.1)}px;
}}
QPushButton[kind="quiet"] {{ background: transparent; color: {c.muted}; text-align: left; }}
QPushButton[kind="quiet"]:hover {{ background: {c.raised}; color: {c.text}; }}
QPushButton[kind="nav"] {{
    background: transparent; color: {c.muted}; text-align: left; border-radius: 12px;
    padding: {size(0.6)}px {size(1.0)}px;
}}
QPushButton[kind="nav"]:hover {{ background: {c.raised}; }}
QPushButton[kind="nav"]:checked {{
    background: {c.raised}; color: {c.text}; font-weight: 700;
}}
QPushButton[kind="nav"]:focus, QPushButton[kind="quiet"]:focus {{
    border: 2px solid {c.text};
}}

QTextEdit, QLineEdit, QPlainTextEdit {{
    background: {c.surface}; color: {c.text}; border: 2px solid {c.line}; border-radius: 12px;
    padding: {size(0.5)}px; selection-background-color: {c.accent};
    selection-color: {c.on_accent};
}}
QTextEdit:focus, QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.text}; }}
QComboBox, QDoubleSpinBox, QDateEdit, QTimeEdit {{
    background: {c.raised}; color: {c.text}; border: 2px solid {c.line}; border-radius: 12px;
    padding: {size(0.4)}px {size(0.8)}px; min-height: {size(1.4)}px; combobox-popup: 0;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QDoubleSpinBox {{ min-width: {size(3.4)}px; padding: {size(0.4)}px {size(0.3)}px; }}
QDateEdit {{ min-width: {size(10.0)}px; padding: {size(0.4)}px {size(0.3)}px; }}
QTimeEdit {{ min-width: {size(3.4)}px; padding: {size(0.4)}px {size(0.3)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QComboBox:hover, QAbstractSpinBox:hover {{ border-color: {c.muted}; }}
QComboBox:focus, QAbstractSpinBox:focus {{ border-color: {c.text}; }}
QComboBox::drop-down {{ border: none; width: {size(1.8)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px;
    selection-background-color: {c.teal}; selection-color: {c.on_teal}; outline: none;
}}
QComboBox QAbstractItemView::item {{ padding: {size(0.35)}px {size(0.6)}px; }}
QTableView {{
    background: {c.surface}; border: 2px solid {c.surface}; border-radius: 8px; outline: none;
    selection-background-color: {c.raised};
    selection-color: {c.text}; alternate-background-color: {c.surface};
}}
QTableView::item {{ border: none; border-bottom: 1px solid {c.line}; padding: 0 {size(0.5)}px; }}
QTableView::item:selected {{ background: {c.raised}; color: {c.text}; }}
QTableView:focus {{ border-color: {c.text}; }}
QHeaderView, QHeaderView::section {{ background: {c.surface}; border: none; }}
QHeaderView::section {{
    color: {c.muted}; border-bottom: 2px solid {c.line}; padding: {size(0.4)}px {size(0.5)}px;
    font-size: {size(0.87)}px; font-weight: 600;
}}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{
    background: {c.line}; border-radius: 5px; min-width: 40px; margin: 1px;
}}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.line}; border-radius: 5px; min-height: 40px; margin: 1px;
}}
QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""
