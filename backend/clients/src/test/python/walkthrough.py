"""Runs the blocks of a walk-through in order, as one program, and holds what they print against what it shows.

    python walkthrough.py FILE MEANWHILE [--write]

MEANWHILE is a program that does what happens where the text says so. With --write what was printed takes the place of what
was shown.
"""
import contextlib
import difflib
import io
import pathlib
import re
import sys

PART = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```\n)?|^<!-- meanwhile -->\n", re.M | re.S)


def printed(code, name, names):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, name, "exec"), names)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def main(file, meanwhile, write):
    text = file.read_text(encoding="utf-8")
    names, new, at, blocks, differences = {"__name__": "walkthrough"}, [], 0, 0, []
    for part in PART.finditer(text):
        line = text.count("\n", 0, part.start()) + 1
        if part["code"] is None:
            exec(compile(meanwhile.read_text(encoding="utf-8"), str(meanwhile), "exec"), {"__name__": "meanwhile"})
            continue
        blocks += 1
        # The names of a traceback lead to the line of the document.
        out = printed("\n" * line + part["code"], str(file), names)
        if part["shown"] is None:
            if out:
                differences.append(f"{file}:{line} prints something that is not shown:\n{out}")
            continue
        if out != part["shown"]:
            differences.extend(difflib.unified_diff(
                part["shown"].splitlines(True), out.splitlines(True), f"shown at {file}:{line}", "printed"))
        new.append(text[at:part.start("shown")] + out)
        at = part.end("shown")
    if write:
        file.write_text("".join(new) + text[at:], encoding="utf-8")
        differences = []
    print(f"{blocks} blocks, {len(new)} of them with what they print")
    sys.exit("".join(differences) or None)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), "--write" in sys.argv)
