"""Mishaps that did not happen, told as a quantity: 零事故, 没有一起投诉, 未发生任何差错, 一次都没停过."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import either, pattern

_TRIGGER = r"[零0没未无]"


def absences(text: str) -> Iterator[Quantity]:
    """The absences that the simplified `text` tells."""
    if not pattern(_TRIGGER).search(text):
        return
    end = 0
    for match in _absence().finditer(text):
        if match.start() >= end:
            end = match.end()
            yield Quantity(match.start(), end, Sort.ABSENCE, weak=False)


@cache
def _absence() -> re.Pattern[str]:
    """Zero and a mishap; not one of them; none happened; not once did anything fail; nothing went wrong again."""
    mishap, lapse = either("incidents"), either("lapses")
    measure = either("classifiers")
    one = rf"(?:一(?:{measure})|任何)"
    happened = r"(?:发生|出现|收到|接到|出|有|产生|遇到|遇上|造成|引发|留下|" + lapse + r")过?"
    patterns = (
        rf"(?<!从)零(?![售件部食钱散碎工点星下头用花和距基经起门成关开])[\u4e00-\u9fff]{{2}}(?=$|[，。、；的上运交送完保])|(?:零(?![售件部食钱散碎工点星])|(?<![\d.])0(?![\d.]))\s?[个起次例件单条]?[^，。；、零\d\s]{{0,4}}?(?:{mishap})",
        rf"(?:再也?)?(?:没有?|未曾|从未|未|无)再?(?:{happened})?过?{one}(?:类似|同类|新的?|重大|严重)*的?[^，。；、\d]{{0,4}}?(?:{mishap})",
        rf"(?:再也?)?(?:没有?|未曾|从未|未|无)再?(?:{happened})(?:类似|同类|新的?|重大|严重|安全|质量)*的?(?:{mishap})",
        rf"一(?:{measure})[^，。；、\d]{{0,4}}[都也]?(?:没有?|未|不)(?:有了?$|有(?=[，。；])|再?(?:{happened}))",
        rf"(?:再也?没有?|再未)(?:{happened})",
        rf"(?:{mishap})(?:数|量|率)?(?:为|是|保持|做到|降到|降为|降至|全年)?(?:零|0(?![\d.%]))[起件次例单个]?",
        rf"(?:一?整?年|个月|[周天季]|至今|全程|从头到尾)[都也]?(?:没有?|从没|未)(?:{lapse})过",
        rf"无(?:一例?|人|任何|重大|安全|一人)?(?!问题)(?:{mishap})|没人(?:{mishap})",
    )
    return re.compile("|".join(patterns))
