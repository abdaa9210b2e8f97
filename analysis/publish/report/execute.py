"""Runs the notebooks in one kernel, on an article, or a comparison of several, that was read beforehand."""
import os
import pickle
import tempfile
from pathlib import Path

from analysis.errors import NotebookError
from analysis.publish.report import opening

# A safe path: no file in the folder where one works is taken for a package, such as an analysis.py for this one.
_SURROUNDINGS = {"OPENBLAS_NUM_THREADS": "1", "PYTHONSAFEPATH": "1"}


def execute(notebooks, article, folder, progress):
    """Run {name: notebook} one after the other in one kernel in `folder`; outputs are set in place.

    article: the Article or Comparison that they are about; None where they find it themselves.

    Raises NotebookError where a cell fails or the kernel dies, KeyboardInterrupt where somebody stops it.
    """
    from analysis.publish.report.jupyter import nbformat
    from nbclient import NotebookClient  # isort: skip
    from nbclient.exceptions import CellExecutionError, DeadKernelError
    new_code_cell, new_notebook = nbformat.v4.new_code_cell, nbformat.v4.new_notebook

    with tempfile.TemporaryDirectory() as private:
        handed_over = Path(private, "article.pickle")
        handed_over.write_bytes(pickle.dumps(article))
        begin = new_code_cell("" if article is None else
                              f"from analysis.publish.report.session import use; use({str(handed_over)!r})")
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
            on_cell_start=announce, shutdown_kernel="immediate", resources={"metadata": {"path": str(folder)}})
        try:
            client.execute(cleanup_kc=True, env=os.environ | _SURROUNDINGS | {"IPYTHONDIR": private})
        except CellExecutionError as error:
            cell = next(cell for cell in client.nb.cells if cell.get("execution_count") == client.code_cells_executed)
            raise NotebookError(f"notebook {owner[client.nb.cells.index(cell)] or '(start)'} failed at "
                                f"`{cell.source.strip().splitlines()[-1]}`: {error.ename}: {error.evalue}") from error
        except BaseException as error:
            if hasattr(client, "_async_cleanup_kernel_future"):     # set when nbclient takes Ctrl-C for itself
                raise KeyboardInterrupt from None
            if not isinstance(error, DeadKernelError):
                raise
            raise NotebookError("the notebooks' process ended before it was done, perhaps for want of memory") from error
    for notebook in notebooks.values():
        _number(notebook)


def _kernel(private):
    """A kernel of the Python that runs now, whatever kernels the machine has by that name; its sockets in `private`."""
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client import AsyncKernelManager
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name):
            return KernelSpec(**{**get_kernel_dict(), "resource_dir": ""})

    sockets = {"transport": "ipc", "ip": str(Path(private, "socket"))} if os.name == "posix" else {}
    return AsyncKernelManager(kernel_spec_manager=ThisPython(), connection_file=str(Path(private, "kernel.json")),
                              **sockets)


def _number(notebook):
    """Number the cells as if the notebook had run alone."""
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
