"""``prove`` exits 1 for each mutant that loses, doubles or reorders text, and 0 without one."""

import importlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.prove.mutants import MUTANTS, Mutant
from tests.prove.shape_mutants import OF_SHAPES
from tests.prove.value_mutants import OF_CATALOGUE, OF_VALUES

ISSUES = Path(__file__).parent / "issues"


def run(*arguments: str) -> Result:
    """What ``prove`` says of the sample issue, and how it ends."""
    return CliRunner().invoke(main, ["prove", "--issues", str(ISSUES), *arguments])


def test_the_sample_is_proven_in_memory() -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert result.output.startswith("proven: in memory\n")
    assert "yunxi/2021/3" in result.output


@pytest.mark.slow
@pytest.mark.matrix(12)
@pytest.mark.parametrize(
    "mutant",
    [*MUTANTS, *OF_VALUES, *OF_CATALOGUE, *OF_SHAPES],
    ids=lambda mutant: mutant.name.replace(" ", "-"),
)
def test_a_mutant_is_found(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module(mutant.module)
    right = getattr(module, mutant.attribute)
    monkeypatch.setattr(module, mutant.attribute, mutant.change(right))
    result = run()
    assert result.exit_code == 1, f"it survives: {result.output}"
    assert "DOES NOT HOLD" in result.output
    assert "Traceback" not in result.output
