"""时效 in a real Chromium: the archive's day without script, the reader's day with it."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser
TERM = "archive/zaozhuang-shizhong/2021/2/1/"
"""A document in force to 18 April 2026."""


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2021-01-01", "未过有效期，有效期至2026年4月18日（截至2022年1月4日）"),
        ("2026-04-18", "未过有效期，有效期至2026年4月18日（截至2026年4月18日）"),
        ("2026-04-19", "已过有效期，有效期至2026年4月18日（截至2026年4月19日）"),
    ],
)
def test_the_state_is_that_of_the_readers_day(
    chromium: Browser, address: str, day: str, state: str
) -> None:
    page = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
    page.goto(address + TERM)
    expect(page.locator(".facts dd", has=page.locator(".force"))).to_have_text(state)
    page.context.close()


def test_without_script_the_day_is_the_archives(chromium: Browser, address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(address + "archive/shuozhou/2020/3/12/")
    expect(page.locator(".facts dd", has=page.locator(".force"))).to_have_text(
        "已过有效期，有效期至2020年12月31日（截至2022年1月4日）"
    )
    page.context.close()


def test_that_nothing_was_found_is_true_for_the_archives_day_only(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_context(locale="zh-CN").new_page()
    page.goto(address + "archive/linzi/2017/11/6/")
    expect(page.locator(".facts dd", has=page.locator(".force"))).to_have_text(
        "未见失效记载（截至2022年1月4日）"
    )
    page.context.close()
