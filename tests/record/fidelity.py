"""Records what CPython prints for the scripts of tests/fidelity.

Needs CPython 3.11 or newer and nothing else.

    python tests/record/fidelity.py [NAME...]

Runs each script in an empty folder of its own and writes, beside it, NAME.out: what it prints, then, after a line
of dashes, how it ends: its exit code and, after an error that nobody caught, the last line of the traceback and
the number of the script's line that it names last.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

SCRIPTS = pathlib.Path(__file__).resolve().parents[1] / "fidelity"


def record(script):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "main.py")
        copy.write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
        environment = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "COLUMNS": "80"}
        ran = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "main.py"], cwd=folder, env=environment, capture_output=True, text=True
        )
        end = [f"exit {ran.returncode}"]
        lines = re.findall(r'File "[^"]*main\.py", line (\d+)', ran.stderr)
        if lines:
            end += [f"line {lines[-1]}", ran.stderr.rstrip("\n").splitlines()[-1]]
        elif ran.stderr:
            end += [ran.stderr.rstrip("\n").splitlines()[-1]]
        return ran.stdout + "-----\n" + "\n".join(end) + "\n"


def main(names):
    for script in sorted(SCRIPTS.glob("*.py")):
        if not names or script.stem in names:
            script.with_suffix(".out").write_text(record(script), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
