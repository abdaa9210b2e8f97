"""Articles that are no part of the project: they lie in the folder that the environment variable
ARTICLE_FOLDER names."""
import os
from pathlib import Path

import pytest


def elsewhere(name):
    """The file of such an article; without it the test is skipped."""
    folder = os.environ.get("ARTICLE_FOLDER")
    if not folder:
        pytest.skip(
            f"{name} is no part of the project: set ARTICLE_FOLDER to the folder that has it")
    if not (found := Path(folder, name)).is_file():
        pytest.skip(f"there is no {name} in the folder {folder} that ARTICLE_FOLDER names")
    return found
