"""时效 in a real Chromium: the gazette's day on every day, and what the print dates on the reader's day."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
TERM = "archive/zaozhuang-shizhong/2021/2/1/"
"""A document in force to 18 April 2026."""
COVERAGE = "；该公报收至何日、收有几期，见收录情况。"
BY_GAZETTE = f"时效依本库所收该公报各期判断{COVERAGE}"
TERM_ON = "未过有效期，有效期至2026年4月18日", BY_GAZETTE
TERM_OVER = "已过有效期，有效期至2026年4月18日", f"依文件所载判断{COVERAGE}"


def expect_validity(page: Page, state: str, basis: str) -> None:
    """The state and what it is judged by, and no other day for which anything is said."""
    expect(page.locator(".facts dd", has=page.locator(".force"))).to_have_text(state)
    expect(page.locator(".facts dd", has=page.locator(".force-basis"))).to_have_text(basis)
    page.locator(".force-basis a").click()
    expect(page.locator("#coverage")).to_contain_text("收至20")


@pytest.mark.parametrize(
    ("day", "said"),
    [("2021-01-01", TERM_ON), ("2026-04-18", TERM_ON), ("2026-04-19", TERM_OVER)],
)
def test_only_a_printed_day_that_has_passed_changes_the_state(
    chromium: Browser, address: str, day: str, said: tuple[str, str]
) -> None:
    page = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
    page.goto(address + TERM)
    expect_validity(page, *said)
    page.context.close()


def test_without_script_the_day_is_where_the_gazette_is(chromium: Browser, address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(address + "archive/shuozhou/2020/3/12/")
    expect_validity(
        page,
        "未过有效期，有效期至2020年12月31日",
        BY_GAZETTE,
    )
    page.context.close()


def test_that_nothing_was_found_is_said_as_far_as_the_gazette_is_held(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_context(locale="zh-CN").new_page()
    page.goto(address + "archive/linzi/2017/11/6/")
    expect_validity(
        page,
        "未见失效记载",
        BY_GAZETTE,
    )
    page.context.close()


def test_the_list_leads_to_how_far_each_gazette_is_held(chromium: Browser, address: str) -> None:
    page = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.clock.set_fixed_time("2026-04-19T12:00:00+08:00")
    page.goto(address + "archive/force/")
    row = page.locator("tr", has=page.locator("a[href$='zaozhuang-shizhong/2021/2/1/']"))
    expect(row.locator("td").nth(2)).to_have_text("已过有效期")
    row.locator("td").nth(3).locator("a").click()
    expect(page.locator("#coverage")).to_contain_text("收至2021年9月30日")
    page.context.close()
