"""Runs the notebooks in one kernel, on an article, or a comparison of several, that was read
beforehand."""
import os
import pickle
import tempfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import NotebookError
from analysis.publish.report import opening
from analysis.show.escape import markup, printable

if TYPE_CHECKING:
    from analysis.article import Article
    from analysis.comparison import Comparison

# No history, which would be a file with the text; no file in the folder where one works is taken
# for a package, such as an analysis.py for this one.
_OPTIONS = ["--HistoryManager.enabled=False", "--InteractiveShellApp.ignore_cwd=True"]


def execute(notebooks: dict[str, Any], article: "Article | Comparison | None", folder: Path,
            progress: Callable[[str], None], whole: bool = True) -> list[str]:
    """Run {name: notebook} one after the other in one kernel in `folder`; outputs are set in place.

    article: the Article or Comparison that they are about; None where they find it themselves.
    whole: a cell that fails is the end; else it shows what went wrong, the others run, and what
    failed is returned, a line for each.

    Raises NotebookError where a cell fails or the kernel dies, KeyboardInterrupt where somebody
    stops it.
    """
    from analysis.publish.report.jupyter import nbformat
    from nbclient import NotebookClient  # isort: skip
    new_code_cell, new_notebook = nbformat.v4.new_code_cell, nbformat.v4.new_notebook

    with tempfile.TemporaryDirectory() as private:
        # Over the kernel's socket, not in a file: were this process killed, the text would be left
        # in one.
        begin = new_code_cell("" if article is None
                              else "from analysis.publish.report.session import use\n"
                              f"use({b64encode(pickle.dumps(article)).decode()!r})")
        cells = [begin, *(cell for notebook in notebooks.values() for cell in notebook.cells)]
        for number, cell in enumerate(cells):
            cell.id = f"cell-{number}"
        owner = [""] + [name for name, notebook in notebooks.items() for _ in notebook.cells]

        def announce(cell, cell_index):
            if owner[cell_index] not in ("", opening.NAME, owner[cell_index - 1]):
                progress(f"Running notebook {owner[cell_index]}")

        folder.mkdir(parents=True, exist_ok=True)
        client = NotebookClient(
            new_notebook(cells=cells), km=_kernel(private), timeout=None, record_timing=False,
            on_cell_start=announce, allow_errors=not whole, shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder)}})
        _run(client, private, owner)
    failed = [_replaced(owner[number], cell) for number, cell in enumerate(cells)
              if any(output.get("output_type") == "error" for output in cell.get("outputs", ()))]
    for notebook in notebooks.values():
        _number(notebook)
    return failed


def _run(client, private, owner):
    """Run the cells; owner: the notebook of each."""
    from nbclient.exceptions import CellExecutionError, DeadKernelError
    try:
        client.execute(cleanup_kc=True,
                       env=os.environ | {"IPYTHONDIR": private, "OPENBLAS_NUM_THREADS": "1"})
    except CellExecutionError as error:
        cell = next(cell for cell in client.nb.cells
                    if cell.get("execution_count") == client.code_cells_executed)
        raise NotebookError(_failed(owner[client.nb.cells.index(cell)], cell, error)) from error
    except BaseException as error:
        # set when nbclient takes Ctrl-C for itself
        if hasattr(client, "_async_cleanup_kernel_future"):
            raise KeyboardInterrupt from None
        if not isinstance(error, DeadKernelError):
            raise
        raise NotebookError("the notebooks' process ended before it was done, perhaps for want "
                            "of memory") from error


def _failed(name, cell, error):
    """What went wrong in a cell of a notebook, in one line."""
    code = f" at `{cell.source.strip().splitlines()[-1]}`" if name else ""
    return printable(f"notebook {name or '(start)'} failed{code}: {error.ename}: {error.evalue}")


def _replaced(name, cell):
    """What went wrong in a cell, which shows it from now on; NotebookError for the first, on which
    all others stand."""
    error = next(output for output in cell.outputs if output.output_type == "error")
    said = _failed(name, cell, error)
    if not name:
        raise NotebookError(said)
    shown = (f"This could not be computed ({error.ename}: {printable(error.evalue)[:200]}); "
             "everything else stands.")
    error.clear()
    error.update(output_type="execute_result", execution_count=cell.execution_count, metadata={},
                 data={"text/plain": shown,
                       "text/html": f'<p class="failed"><strong>{markup(shown)}</strong></p>'})
    cell.outputs = [error]
    return said


def _kernel(private):
    """A kernel of the Python that runs now, whatever kernels the machine has by that name; its
    sockets in `private`."""
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client import AsyncKernelManager
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name):
            return KernelSpec(**{**get_kernel_dict(_OPTIONS), "resource_dir": ""})

    sockets = {"transport": "ipc", "ip": str(Path(private, "socket"))} if os.name == "posix" else {}
    return AsyncKernelManager(kernel_spec_manager=ThisPython(),
                              connection_file=str(Path(private, "kernel.json")), **sockets)


def _number(notebook):
    """Number the cells as if the notebook had run alone."""
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
