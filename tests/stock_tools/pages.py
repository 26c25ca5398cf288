"""Every byte of a logbook's folder as it is once keys are applied: pages of the database and of its log, databases in
backups, batches opened with an age identity. Nothing of the program is used. Usage: pages.py FOLDER KEY IDENTITY"""

import pathlib
import subprocess
import sys
import tarfile

PAGE, TAIL, SALT, WAL, FRAME = 4096, 80, 16, 32, 24


def pages(bytes_, name):
    """The encrypted parts of each page with what the first block is mixed with."""
    if name.endswith("-wal"):
        step, at = FRAME + PAGE, WAL
        found = [bytes_[n + FRAME:n + step] for n in range(at, len(bytes_) - step + 1, step)]
    else:
        found = [bytes_[n:n + PAGE] for n in range(0, len(bytes_) - PAGE + 1, PAGE)]
    for n, page in enumerate(found):
        first = not name.endswith("-wal") and n == 0
        # The first page begins with the salt in both; in the log it can't be told apart, so it is tried both ways.
        for skip in (SALT,) if first else (0, SALT) if name.endswith("-wal") else (0,):
            yield page[PAGE - TAIL:PAGE - TAIL + 16], page[skip:PAGE - TAIL]


def plain(parts, key):
    """Cipher block chaining undone: all blocks through the cipher at once, then each with the one before it."""
    run = ["openssl", "enc", "-d", "-aes-256-ecb", "-nopad", "-K", key]
    done = subprocess.run(run, input=b"".join(part for _, part in parts), stdout=subprocess.PIPE, check=True).stdout
    mixed = b"".join(iv + part[:-16] for iv, part in parts)
    size = len(done)
    return (int.from_bytes(done, "big") ^ int.from_bytes(mixed, "big")).to_bytes(size, "big")


def show(bytes_, name, key, identity, out):
    if name.endswith((".db", "-wal")):
        parts = list(pages(bytes_, name))
        out.write(plain(parts, key) if parts else b"")
    elif name.endswith(".tar.age"):
        run = ["age", "-d", "-i", identity]
        out.write(subprocess.run(run, input=bytes_, stdout=subprocess.PIPE, check=True).stdout)
    else:
        out.write(bytes_)


def main(folder, key, identity):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_dir():
            continue
        if path.suffix == ".tar":
            with tarfile.open(path) as tar:
                for member in tar.getmembers():
                    show(tar.extractfile(member).read(), member.name, key, identity, sys.stdout.buffer)
        else:
            show(path.read_bytes(), path.name, key, identity, sys.stdout.buffer)


main(*sys.argv[1:])
