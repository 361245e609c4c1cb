#!/usr/bin/python3
"""Tells of pictures with one feature in the middle whether something is drawn there: a line for each, "drawn" or "empty".

    places.py BACKGROUND PICTURE…      the background as 0xf2efe9
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.PyQt.QtGui import QColor, QImage  # noqa: E402  the platform must be named before Qt is loaded

# Around the middle, in pixels: a symbol may stand beside its point, a street's edge beside its middle.
REACH = 16


def is_drawn(picture: str, background: QColor) -> bool:
    image = QImage(picture)
    middle = image.width() // 2
    around = range(middle - REACH, middle + REACH + 1)
    return not image.isNull() and any(image.pixelColor(x, y) != background for x in around for y in around)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    colour = QColor(sys.argv[1].replace("0x", "#"))
    for path in sys.argv[2:]:
        print("drawn" if is_drawn(path, colour) else "empty")
