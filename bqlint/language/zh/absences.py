"""Mishaps that did not happen, told as a quantity: 零事故, 没有一起投诉, 未发生任何差错, 一次都没停过."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import either, pattern
from bqlint.pattern import compiled

_NEGATED = r"[没未无]"
_ZERO = r"[零0]"
_NO = r"(?:没有?|未曾|从未|未|无)"
_NOT_NONE = "售件部食钱散碎工点星下头用花和距基经起门成关开拷信代样侵编报"  # 零售, 零件, 零基础: no zero of anything


def absences(text: str) -> Iterator[Quantity]:
    """The absences that the simplified `text` tells, without overlap."""
    found: list[re.Match[str]] = []
    if pattern(_ZERO).search(text):
        found += _zero().finditer(text)
    if pattern(_NEGATED).search(text):
        found += _negated().finditer(text)
    end = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            end = match.end()
            yield Quantity(match.start(), end, Sort.ABSENCE)


@cache
def _zero() -> re.Pattern[str]:
    """Zero before a mishap (零投诉), before two characters that end a phrase (零遗漏), or behind one (事故为零)."""
    mishap = either("incidents")
    patterns = (
        rf"(?<!从)零(?![{_NOT_NONE}])[\u4e00-\u9fff]{{2}}(?=$|[，。、；的上运交送完保])",
        rf"(?:零(?![售件部食钱散碎点星]|工(?!伤))|(?<![\d.])0(?![\d.]))\s?[个起次例件单条]?[^，。；、零\d\s]{{0,4}}?(?:{mishap})",
        rf"(?:{mishap})(?:数|量|率)?(?:为|是|保持|做到|降到|降为|降至|全年)?(?:零(?!(?:{mishap}))|0(?![\d.]))[起件次例单个%]?",
    )
    return compiled("|".join(patterns))


@cache
def _negated() -> re.Pattern[str]:
    """Not one of them; none happened; not once did anything fail; nothing went wrong again, or all year."""
    mishap, lapse, measure = either("incidents"), either("lapses"), either("classifiers")
    happened = rf"(?:发生|出现|收到|接到|出|有过|产生|遇到|遇上|造成|引发|留下|{lapse})过?"
    had = happened.replace("有过", "有")
    patterns = (
        rf"(?:再也?)?{_NO}再?(?:{had})?过?(?:一(?:{measure})|任何)(?:类似|同类|新的?|重大|严重)*的?"
        rf"[^，。；、\d]{{0,4}}?(?:{mishap})",
        rf"(?:再也?)?{_NO}再?(?:{had})(?:类似|同类|新的?|重大|严重|安全|质量|大的?)*的?[^，。；、\d]{{0,3}}?(?!(?<=没有)问题)(?:{mishap})(?!的|类)",
        rf"{_NO}(?:发生|出现)过?一(?:{measure})[^，。；、\d]{{1,6}}",
        rf"一(?:{measure})[^，。；、\d]{{0,4}}[都也]?(?:没有?|未|不)(?:有(?=了?(?:$|[，。；]))|再?(?:{happened}))",
        rf"(?:再也?没有?|再未)(?:{happened})",
        rf"(?:一?整?年|个月|[周天季]|至今|全程|从头到尾)[都也]?(?:没有?|从没|未)(?:{lapse})过",
        rf"没有?(?:{lapse})过?一(?:{measure})",
        r"无一[例起](?!外)[\u4e00-\u9fff]{2,4}",
        rf"无(?:一例?|人|任何|重大|安全|一人)?(?!问题)(?:{mishap})|没人(?:{mishap})",
    )
    return compiled("|".join(patterns))
