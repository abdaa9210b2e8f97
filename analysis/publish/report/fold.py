"""A chapter as an outline: each question with its answer in sight, figures, rows and explanations
folded under it."""
from typing import Any

from nbformat.v4 import new_markdown_cell

_FINDING = '<div class="finding'
_NOTHING = "finding tex2jax_ignore mathjax_ignore\"></div>"


def fold(notebook: Any) -> None:
    """Fold the cells of an executed notebook, in place: `before` and `after` in their metadata hold
    the HTML around them.

    A section is a heading of the second level with what follows. Its first answer, a `Finding`,
    moves up to the heading, all else goes under a line that says what it is; a section without an
    answer is folded under its heading. """
    sections = [[]]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            sections.append([])
        sections[-1].append(cell)
    notebook.cells = [cell for cells in (_opening(sections[0]), *map(_section, sections[1:]))
                      for cell in cells]


def _opening(cells):
    """The chapter's title and first paragraph, what else the first cell says folded."""
    title, _, said = cells[0].source.partition("\n\n")
    first, _, more = said.partition("\n\n")
    rest = new_markdown_cell(more)
    if more:
        rest.metadata.update(before="<details><summary>How it is measured, and when not to trust "
                                    "it</summary>", after="</details>")
    return [new_markdown_cell(f"{title}\n\n{first}"), *[rest] * bool(more[0]), *cells[1:]]


def _section(cells):
    heading, _, prose = cells[0].source.partition("\n")
    heading = new_markdown_cell(heading)
    answer = next((cell for cell in cells[1:] if _html(cell).startswith(_FINDING)
                   and _NOTHING not in _html(cell)), None)
    rest = [*[new_markdown_cell(prose.strip())] * bool(prose.strip()),
            *(cell for cell in cells[1:] if cell is not answer)]
    if answer is None:
        heading.metadata.update(before='<details class="part"><summary>', after="</summary>")
        rest[-1].metadata["after"] = "</details>"
        return [heading, *rest]
    if rest:
        answer.metadata["after"] = f"<details><summary>{_label(rest)}</summary>"
        rest[-1].metadata["after"] = "</details>"
    return [heading, answer, *rest]


def _label(cells):
    """What is folded: "1 figure, 2 tables"."""
    figures = sum("image/png" in output.data for cell in cells
                  for output in cell.get("outputs", []))
    tables = sum("<table" in _html(cell) for cell in cells)
    found = [f"{number} {noun}{'s' * (number > 1)}"
             for number, noun in ((figures, "figure"), (tables, "table")) if number]
    return ", ".join(found).capitalize() or "How this is read"


def _html(cell):
    """What a cell returned, as HTML; "" for prose and for a cell that returned nothing."""
    return next((output.data.get("text/html", "") for output in cell.get("outputs", [])
                 if "data" in output), "")
