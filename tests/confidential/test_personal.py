"""Personal data is found by shape and company; dates, money, versions and order numbers are none."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.confidential.personal import KINDS, found

TOLD = """
e-mail   | write to ‹jo.doe+x@mail.quay.example›.
e-mail   | mailto:‹müller_k@quay.de›, not @octocat
e-mail   | 邮箱‹jo@quay.example›谢谢
phone    | ‹+1 415 555 0132› or ‹(415) 555-0132› or ‹415-555-0132› or ‹1-800-555-0199›
phone    | ‹+44 20 7946 0018›, ‹020 7946 0018›, ‹07700 900123›, ‹+49 (0)30 901820›, ‹0033 1 70 18 99 00›
phone    | Tel: ‹8765 4321›; her phone is ‹555-0132›; I rang ‹555 0132› twice
phone    | 手机‹13800138000›，电话：‹010-62551234›，‹+86 138 0013 8000›
card     | paid with ‹4111 1111 1111 1111›, ‹5500005555555559›, ‹3782 822463 10005›
card     | 卡号‹6212 3456 7890 1232›
document | SSN ‹078-05-1120›, NI ‹AB 12 34 56 C›, ‹GB82 WEST 1234 5698 7654 32›
document | passport number ‹X1234567›; Passport no. ‹123456789›; driving licence ‹MORGA657054SM9IJ›
document | 身份证号‹11010519491231002X›，护照号码：‹E12345678›
ip       | host ‹10.24.3.17›:8443, ‹192.168.1.12›/24, https://‹10.0.0.5›/x, IP ‹10.1.2.3›
ip       | ‹fe80::1ff:fe23:4567:890a› and ‹2001:db8::1›; 服务器‹192.168.1.12›上
host     | ‹db01.corp.quay.com›, ‹wiki.quay.local›, ‹jenkins.internal›, ‹git.intranet.quay.de›
host     | http://‹jira›/browse/OPS-12 and https://‹build›:8080/x and ‹\\\\files\\share$›
"""
HARMLESS = """
on 2024-05-06, 06/05/2024, 2024.05.06 and 20240506 14:30:45, in 2019-2023 | 2024年5月6日
$1,234,567 and € 12.500.000, 1 234 567 890 users, +20 000 000, 共1234567890元 | 15000000000 requests | 0.123456789
version 10.15.7.2, v1.2.3.4, release 1.2.30.44, Chrome 120.0.6099.109, section 3.1.4.1, 5.10.2.1 of the plan
order 302-5550199-1234567, order number 4155550132, ticket 0712345678, ISBN 978-3-16-148410-0 | 订单号13800138000
part number 415-555-0132, case 078-05-1120, invoice 4111111111111111, 123e4567-e89b-12d3-a456-426614174000
4111 1111 1111 1112, order 1234567812345678, MA 02110-1301, 0000 0000 0000 0000, 22:44:03 2022 -0400
3.14159265358979 | the id card was lost
127.0.0.1, 0.0.0.0, 255.255.255.0, 8.8.8.8, 1.4.0.26, 4.3.99.16, localhost:8080
http://localhost:3000/ | 1.2.3.4 | 300.1.2.3
Libs.private, settings.local, app.internal.views.Foo, com.quay.internal.api, the corp. Then
std::vector 10:30:45 a::b | +0100 1994 | rdar://problem/7
git@github.com:quay/x.git, @octocat, 5 @ 3.50, https://example.org/1234567890123456 | sha256:0123456789abcdef0123
I rang 24 houses, a call 2024-05-06, call 1 200 300 people | passport 2023-04-01 | 9 to 17, 24/7, 100-200-3000
"""


def test_what_is_personal_is_found_at_its_place() -> None:
    for line in TOLD.strip().split("\n"):
        kind, _, marked = line.partition("|")
        text = marked.replace("‹", "").replace("›", "")
        wanted = [part.partition("›")[0] for part in marked.split("‹")[1:]]
        assert [(each.kind, each.span.of(text)) for each in found(text)] == [(kind.strip(), each) for each in wanted]


@pytest.mark.parametrize("line", [part for line in HARMLESS.strip().split("\n") for part in line.split(" | ")])
def test_what_only_looks_personal_is_left_alone(line: str) -> None:
    assert [each.span.of(line) for each in found(line)] == []


def test_each_kind_can_be_left_out() -> None:
    for line in TOLD.strip().split("\n"):
        kind = line.partition("|")[0].strip()
        told = found(line.replace("‹", "").replace("›", ""), frozenset(KINDS) - {kind})
        assert kind not in {each.kind for each in told}


@given(st.text(st.sampled_from("0123456789-+(). @:/ab一")))
def test_places_are_in_order_and_apart(text: str) -> None:
    spans = [each.span for each in found(text)]
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "hostile",
    [
        lambda n: "1 " * n, lambda n: "a.b@" * n, lambda n: "1.2" * n, lambda n: "a@" + "b." * n, lambda n: "0" * n,
        lambda n: "(1-" * n, lambda n: "GB82 " + "AAAA " * n + "1234567", lambda n: "passport " * n + "1234567",
        lambda n: "x.local " * n, lambda n: "corp." * n + "internal", lambda n: "tel " * n + "1234567",
        lambda n: ":a" * n + "::", lambda n: "\\\\a\\" * n, lambda n: "://a" * n, lambda n: "fe80:" * n + ":1",
    ],
)  # fmt: skip
def test_time_grows_with_the_text(hostile: Callable[[int], str]) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        found(text)
        return time.process_time() - start

    short, long = (min(seconds(hostile(n)) for _ in range(3)) for n in (5_000, 40_000))
    assert long < 40 * max(short, 0.002)  # eight times the text; a quadratic search takes 64 times as long
