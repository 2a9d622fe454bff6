"""The smallest PDF that says where each word stands: for layouts that no sample has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_FONTS = {  # known to every reader by name, so that nothing is embedded
    "song": "STSong-Light",
    "kai": "STKaiti-Regular",
    "bold": "STSong-Bold",
}


@dataclass(frozen=True)
class Words:
    """Text set at a place, in points from the lower left corner."""

    text: str
    left: float
    baseline: float
    size: float = 10.5
    font: str = "song"
    on_end: bool = False  # turned by 90 degrees
    scaled: bool = False  # size 1, made larger by the matrix, as some printers write it


@dataclass(frozen=True)
class Stroke:
    """A horizontal rule."""

    left: float
    right: float
    at: float


def pdf(*pages: Sequence[Words | Stroke]) -> bytes:
    """A PDF with these pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for name in _FONTS.values():
        at = len(objects) + 1
        objects.append(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /UniGB-UCS2-H "
            f"/DescendantFonts [{at + 1} 0 R] >>".encode()
        )
        objects.append(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /DW 1000 "
            "/W [1 [500] 2 94 500 814 939 500] "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>".encode()
        )
    fonts = " ".join(f"/{key} {3 + 2 * at} 0 R" for at, key in enumerate(_FONTS))
    kids: list[int] = []
    for page in pages:
        content = "\n".join(_operators(one) for one in page).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {len(objects)} 0 R /Resources << /Font << {fonts} >> >> >>".encode()
        )
        kids.append(len(objects))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _written(objects)


def _operators(one: Words | Stroke) -> str:
    if isinstance(one, Stroke):
        return f"0.5 w {one.left} {one.at} m {one.right} {one.at} l S"
    text = one.text.encode("utf-16-be").hex()
    size, scale = (1.0, one.size) if one.scaled else (one.size, 1.0)
    turn = f"0 {scale} {-scale} 0" if one.on_end else f"{scale} 0 0 {scale}"
    return f"BT /{one.font} {size} Tf {turn} {one.left} {one.baseline} Tm <{text}> Tj ET"


def _written(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
