"""The numbers of a table or chart in the report as CSV, in a link: no script, no network."""
from base64 import b64encode
from typing import Any

from markupsafe import Markup

from analysis.show.escape import markup


def saving(output: Any, kind: str) -> Markup:
    """The link below an output of a cell, from its metadata; nothing where they hold no numbers."""
    about = output.get("metadata", {}).get(kind, {})
    if "csv" not in about:
        return Markup("")
    code = b64encode(about["csv"].encode("utf-8-sig")).decode()
    return Markup(f'<p class="save"><a download="{markup(about["name"])}" '
                  f'href="data:text/csv;charset=utf-8;base64,{code}" '
                  f'aria-label="Save as CSV: {markup(about["name"])}">Save as CSV</a></p>')


def without_numbers(notebook: Any) -> None:
    """Take what `saving` reads out of a notebook: one that is kept has `.frame`."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            for about in output.get("metadata", {}).values():
                if isinstance(about, dict):
                    about.pop("csv", None)
                    about.pop("name", None)
