"""Records what bash and the programs on its path do with the lines of tests/shell, for tests/it/shell.rs.

    python3 tests/record/shell.py

Needs bash 5.2, GNU coreutils 9.1, gawk 5.2 (as awk), GNU make, diffutils, findutils, grep, sed, jq and tree, and the
right to make the folder /home/dojo, where the learner's files lie in the page too. Each line begins with the files of
tests/shell/files alone.
"""

import json
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parents[1] / "shell"
HOME = pathlib.Path("/home/dojo")
ENVIRONMENT = {
    "HOME": str(HOME), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "USER": "dojo",
}


def run(script):
    shutil.rmtree(HOME, ignore_errors=True)
    shutil.copytree(HERE / "files", HOME)
    ended = subprocess.run(["bash", "-c", script], cwd=HOME, env=ENVIRONMENT, capture_output=True,
                           stdin=subprocess.DEVNULL, timeout=20)
    return {
        "script": script,
        "stdout": ended.stdout.decode("utf8", "replace"),
        "stderr": ended.stderr.decode("utf8", "replace"),
        "code": ended.returncode,
    }


def main():
    version = subprocess.run(["bash", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    for lines in sorted(HERE.glob("*.sh")):
        cases = [run(script) for script in lines.read_text().removesuffix("\n").split("\n##\n")]
        out = lines.with_suffix(".json")
        out.write_text(json.dumps({"bash": version, "cases": cases}, ensure_ascii=False, indent=1) + "\n")
        print(f"{out.name}: {len(cases)}")
    shutil.rmtree(HOME, ignore_errors=True)


if __name__ == "__main__":
    main()
