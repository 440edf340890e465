"""Lists of documents as printable ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.coding import ALPHABET, ONE, TWO, encode_number, encode_postings
from generator.search.facets import date_number, differences, number_parts
from tests.search.decoding import decode_number, decode_postings

POSTINGS = st.dictionaries(st.integers(0, 200_000), st.integers(0, 254), max_size=60).map(
    lambda ranks: [document << 8 | ranks[document] for document in sorted(ranks)]
)


def test_the_digits_can_be_in_a_script() -> None:
    assert len(ALPHABET) == 93
    assert not set(ALPHABET) & set('"\\\n')


@given(st.integers(0, 50_000_000))
def test_numbers_come_back(number: int) -> None:
    text = encode_number(number)
    assert decode_number(text, 0) == (number, len(text))
    assert len(text) == (1 if number < ONE else 2 if number < TWO else 5)


@given(POSTINGS)
def test_postings_come_back(postings: list[int]) -> None:
    assert decode_postings(encode_postings(postings)) == postings


@given(POSTINGS, st.integers(0, 60))
def test_postings_may_be_coded_in_two_stretches(postings: list[int], cut: int) -> None:
    first, then = postings[:cut], postings[cut:]
    last = first[-1] >> 8 if first else -1
    assert encode_postings(first) + encode_postings(then, last) == encode_postings(postings)


def test_differences_are_never_negative() -> None:
    assert differences([5, 3, 3, 10]) == [10, 3, 0, 14]


def test_dates_grow_also_over_impossible_days() -> None:
    dates = ["2020-12-31", "2021-01-01", "2021-02-31", "2021-03-01"]
    numbers = [date_number(date) for date in dates]
    assert numbers == sorted(numbers)
    assert date_number(None) == date_number("某日") == 0


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("某政发〔2021〕3号", ("某政发", 2021, 3)),
        ("第707号", ("", 0, 707)),
        ("2019年第1号", ("", 2019, 1)),
        (None, ("", 0, 0)),
    ],
)
def test_a_number_in_parts(number: str | None, parts: tuple[str, int, int]) -> None:
    assert number_parts(number) == parts
