"""A second reader of batches, written from docs/batch-format.md alone: it shares no line with the program.

    read.py FILE.tar.age CARD RECEIVER IDENTITY

checks a batch of the post whose card this is, sent to RECEIVER, and prints one JSON object: what the batch is, or the
code of the first step that fails. It needs Python, ssh-keygen and age. It keeps no journal, so the steps that ask
what the desk already has (18 and 19) are not its own.
"""

import base64
import hashlib
import json
import math
import re
import subprocess
import sys
import tempfile
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

MAX_FILE, MAX_SIGNATURE, MAX_PAYLOAD, MAX_ENTRIES, MAX_MEMBERS = 48 << 20, 256 << 10, 40 << 20, 20_000, 32
MAX_HEADER, MAX_LINE, MAX_ENVELOPE, MAX_SHEET = 64 << 10, 4096, 64 << 10, 6 * (64 << 10) + 200
MOMENT = re.compile(r"(\d{4})-\d\d-\d\dT\d\d:\d\d:[0-5]\d(\.\d{3})?[+-]\d\d:\d\d", re.ASCII)
NAME = re.compile(rb"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+")
NUMBER = re.compile(r"([A-Z0-9-]+)-([A-Z]{2})-([1-9]\d{3})-(\d{6,9})", re.ASCII)
CODES = {"incident": "VV", "patrol": "TT", "shift": "CT", "tip": "TI", "outreach": "TR", "joint": "PH", "campaign": "CD",
         "property": "TS", "model": "MH", "team": "TO", "week": "TU", "officer": "CB", "area": "KV", "unit": "DV"}
HASH = re.compile(r"[0-9a-f]{64}")
UNIT = re.compile(r"(?=.{1,16}$)[A-Z0-9]+(-[A-Z0-9]+)*")
ACTS = ("create", "amend", "note", "sign", "void", "purge")
ENTRY = "v journal unit seq id at by shift act kind record rev facts persons prev".split()
HEADER = """format version unit receiver number period previous journal first last prev head access_head counts
findings with_persons sealed_at""".split()
TAGS = ["README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
        "tagmanifest-sha256.txt.sig"]
SCHEMAS = ["bagit-profile.json", "batch.schema.json", "facts.schema.json", "journal.schema.json",
           "persons.schema.json", "receipt.schema.json"]


class Refused(Exception):
    """A step failed; the message is its code."""


def need(holds, code):
    if not holds:
        raise Refused(code)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def is_id(value):
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False


def is_hash(value):
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def is_count(value, least=0):
    return type(value) is int and least <= value < 1 << 53


def is_moment(value):
    try:
        return isinstance(value, str) and MOMENT.fullmatch(value) is not None and 1900 <= local(value).year < 2200
    except (ValueError, OverflowError):
        return False


def local(moment):
    return datetime.fromisoformat(moment).astimezone(timezone(timedelta(hours=7)))


def strict(data, code, deepest):
    """One JSON object of plain JSON, no key twice."""

    def once(pairs):
        found = dict(pairs)
        need(len(found) == len(pairs), code)
        return found

    def number(text):
        need(math.isfinite(float(text)), code)
        return float(text)

    def whole(text):
        return int(text) if len(text) < 20 else number(text)

    def none(_):
        raise Refused(code)

    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once, parse_float=number, parse_int=whole,
                           parse_constant=none)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (UnicodeError, json.JSONDecodeError, RecursionError):
        raise Refused(code) from None
    need(isinstance(value, dict) and depth(value) <= deepest, code)
    return value


def depth(value):
    """In how many objects and lists the deepest value stands."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 1 + max(map(depth, inner)) if inner else 0


def verify(card, namespace, signature, data):
    """ssh-keygen's word on a signature."""
    with tempfile.TemporaryDirectory() as folder:
        signers, armored = Path(folder, "signers"), Path(folder, "sig")
        signers.write_text(f"{card['unit']} {card['signing-key']}\n")
        armored.write_bytes(signature)
        command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", card["unit"], "-n", namespace, "-s", armored]
        return subprocess.run(command, input=data, capture_output=True).returncode == 0


def signed_by(signature):
    """The public key inside an armored SSHSIG, as a card writes it."""
    try:
        lines = signature.decode("ascii").split("\n")
        need(lines[0] == "-----BEGIN SSH SIGNATURE-----" and "-----END SSH SIGNATURE-----" in lines, "E102")
        blob = base64.b64decode("".join(lines[1:lines.index("-----END SSH SIGNATURE-----")]), validate=True)
        need(blob[:6] == b"SSHSIG", "E102")
        length = int.from_bytes(blob[10:14], "big")
        return "ssh-ed25519 " + base64.b64encode(blob[14:14 + length]).decode()
    except ValueError:
        raise Refused("E102") from None


def outer(file, card, identity):
    """Steps 1 to 6: the tar, once it is known whose it is."""
    side = Path(f"{file}.sig")
    need(file.stat().st_size <= MAX_FILE, "E101")
    need(side.is_file(), "E102")
    need(side.stat().st_size <= MAX_SIGNATURE, "E102")
    data, signature = file.read_bytes(), side.read_bytes()
    need(signed_by(signature) == card["signing-key"], "E103")
    need(verify(card, "trucban-batch-file@v1", signature, data), "E102")
    opened = subprocess.run(["age", "-d", "-i", identity], input=data, capture_output=True)
    if opened.returncode:
        raise Refused("E105" if b"no identity matched" in opened.stderr else "E106")
    return opened.stdout


def header_block(name, size):
    """The only ustar header that a member of this name and size can have."""
    block = bytearray(512)
    block[0:len(name)] = name
    for at, text in ((100, b"0000644\0"), (108, b"0000000\0"), (116, b"0000000\0"), (124, b"%011o\0" % size),
                     (136, b"00000000000\0"), (148, b" " * 8), (156, b"0"), (257, b"ustar\x0000"),
                     (329, b"0000000\0"), (337, b"0000000\0")):
        block[at:at + len(text)] = text
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def walk(tar):
    """Step 7: the members, if the tar is what section 4 makes of them."""
    members, at, top = {}, 0, None
    while at + 512 <= len(tar) and tar[at:at + 512] != bytes(512):
        block = tar[at:at + 512]
        name = block[:100].split(b"\0")[0]
        need(len(name) < 100 and NAME.fullmatch(name) and re.fullmatch(rb"[0-7]{11}\0", block[124:136]), "E107")
        size = int(block[124:135], 8)
        need(block == header_block(name, size), "E107")
        padded = -(-size // 512) * 512
        content, rest = tar[at + 512:at + 512 + size], tar[at + 512 + size:at + 512 + padded]
        need(len(content) == size and len(rest) == padded - size and not any(rest), "E107")
        folder, _, inside = name.decode("ascii").partition("/")
        top = folder if top is None else top
        need(not {".", ".."} & {folder, *inside.split("/")}, "E107")
        need(folder == top and len(members) < MAX_MEMBERS, "E107")
        need(not members or inside > max(members), "E107")
        members[inside] = content
        at += 512 + padded
    need(members and tar[at:] == bytes(1024), "E107")
    return top, members


def manifests(members):
    """Step 9."""
    need(members.get("bagit.txt") == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "E109")
    payload = {name: data for name, data in members.items() if name.startswith("data/")}
    listed = "".join(f"{sha256(data)}  {name}\n" for name, data in sorted(payload.items()))
    need(members.get("manifest-sha256.txt") == listed.encode(), "E109")
    tags = {name: data for name, data in members.items()
            if name not in payload and name not in ("tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig")}
    listed = "".join(f"{sha256(data)}  {name}\n" for name, data in sorted(tags.items()))
    need(members.get("tagmanifest-sha256.txt") == listed.encode(), "E109")
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}".encode()
    need(oxum in members.get("bag-info.txt", b"").split(b"\n"), "E109")
    return payload


def batch(members, top):
    """Step 10."""
    data = members.get("data/batch.json", b"")
    need(len(data) <= MAX_HEADER, "E110")
    said = strict(data, "E110", 3)
    need(said.get("format") == "trucban-batch" and isinstance(said.get("version"), str), "E110")
    version = re.fullmatch(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", said["version"])
    need(version, "E110")
    need(version[1] == "1", "E111")
    need(set(HEADER) <= set(said) and (said["version"] != "1.0" or len(said) == len(HEADER)), "E110")
    counts, period, findings = said["counts"], said["period"], said["findings"]
    need(all(isinstance(value, dict) for value in (counts, period, findings)), "E110")
    need(said["version"] != "1.0" or len(counts) == len(period) == 3, "E110")
    fits = [
        *(isinstance(said[key], str) and UNIT.fullmatch(said[key]) for key in ("unit", "receiver")),
        is_count(said["number"], 1), is_count(said["first"], 1), is_count(said["last"]), is_id(said["journal"]),
        *(is_hash(said[key]) for key in ("prev", "head", "access_head")),
        said["previous"] is None if said["number"] == 1 else is_hash(said["previous"]),
        all(is_count(counts.get(key)) for key in ("entries", "facts", "persons")),
        all(is_moment(period.get(key)) for key in ("from", "to")) and is_moment(said["sealed_at"]),
        all(re.fullmatch("[A-Z0-9]{4}", code) and is_count(often) for code, often in findings.items()),
        type(said["with_persons"]) is bool,
    ]
    need(all(fits), "E110")
    need(local(period["from"]) < local(period["to"]), "E110")
    need(max(counts["facts"], counts["persons"]) <= counts["entries"], "E110")
    need(said["with_persons"] or counts["persons"] == 0, "E110")
    need(said["last"] - said["first"] + 1 == counts["entries"], "E110")
    need(counts["entries"] > 0 or said["prev"] == said["head"], "E110")
    need(isinstance(period.get("week"), str) and re.fullmatch(r"[0-9]{4}-W[0-9]{2}", period["week"]), "E110")
    week = period["week"].replace("-", "")
    need(top == f"{said['unit']}-{week}-{said['number']:06}-{said['journal'][-4:]}", "E110")
    return said


def files(members, said, payload):
    """Step 11."""
    data = ["batch.json", "facts.jsonl", "indicators.csv", "journal.jsonl"]
    wanted = {*TAGS, *(f"schema/{name}" for name in SCHEMAS), *(f"data/{name}" for name in data)}
    if said["with_persons"]:
        wanted.add("data/persons.jsonl")
    need(wanted <= set(members), "E110")
    more = set(members) - wanted
    need(not more if said["version"] == "1.0" else "data/persons.jsonl" not in more, "E110")
    need(sum(map(len, payload.values())) <= MAX_PAYLOAD and said["counts"]["entries"] <= MAX_ENTRIES, "E101")


def lines_of(data):
    need(data == b"" or data.endswith(b"\n"), "E112")
    return data.split(b"\n")[:-1]


def journal(members, said):
    """Steps 13 to 15."""
    prev, seq, ids, records, entries = said["prev"], said["first"], set(), {}, []
    for line in lines_of(members["data/journal.jsonl"]):
        need(len(entries) < said["counts"]["entries"], "E112")
        need(len(line) <= MAX_LINE, "E112")
        entry = strict(line, "E112", 4)
        need(set(entry) >= set(ENTRY), "E112")
        shaped = [
            type(entry["v"]) is int and entry["v"] == 1, isinstance(entry["unit"], str), is_count(entry["seq"], 1), is_count(entry["rev"], 1), is_moment(entry["at"]),
            *(is_id(entry[key]) for key in ("journal", "id", "by", "record")),
            entry["shift"] is None or is_id(entry["shift"]), entry["act"] in ACTS,
            isinstance(entry["kind"], str) and re.fullmatch(r"[a-z_]{1,32}", entry["kind"]),
            is_hash(entry["facts"]), entry["persons"] is None or is_hash(entry["persons"]), is_hash(entry["prev"]),
        ]
        need(all(shaped), "E112")
        need((entry["journal"], entry["unit"]) == (said["journal"], said["unit"]), "E112")
        need((entry["seq"], entry["prev"]) == (seq, prev), "E113")
        need(entry["id"] not in ids, "E112")
        ids.add(entry["id"])
        prev, seq = sha256(line), seq + 1
        known = records.get(entry["record"])
        if entry["act"] == "create":
            need(known is None and entry["rev"] == 1, "E115")
        elif known:
            need((entry["rev"], entry["kind"]) == (known[0] + 1, known[1]), "E115")
        else:
            need(entry["rev"] > 1, "E115")
        records[entry["record"]] = (entry["rev"], entry["kind"])
        entries.append(entry)
    need(len(entries) == said["counts"]["entries"], "E112")
    need(prev == said["head"], "E113")
    return entries


def opened(text):
    data = text.encode()
    need(len(data) <= MAX_ENVELOPE, "E114")
    envelope = strict(data, "E114", 8)
    need(isinstance(envelope.get("data"), dict) and isinstance(envelope.get("why"), (str, type(None))), "E114")
    try:
        salt = base64.b64decode(envelope.get("salt"), validate=True)
    except (ValueError, TypeError):
        raise Refused("E114") from None
    need(len(salt) == 16 and base64.b64encode(salt).decode() == envelope["salt"], "E114")
    return envelope


class Envelopes:
    """A file of envelopes, read in the order of the entries that name them."""

    def __init__(self, data):
        self.lines, self.taken = lines_of(data), 0

    def take(self, wanted):
        if self.taken == len(self.lines):
            return None
        need(len(self.lines[self.taken]) <= MAX_SHEET, "E112")
        line = strict(self.lines[self.taken], "E112", 4)
        need(is_hash(line.get("sha256")) and isinstance(line.get("envelope"), str), "E112")
        if line["sha256"] != wanted:
            return None
        need(sha256(line["envelope"].encode()) == wanted, "E114")
        self.taken += 1
        return opened(line["envelope"])


def content(members, said, entries):
    """Steps 16 and 17."""
    facts = Envelopes(members["data/facts.jsonl"])
    persons = Envelopes(members.get("data/persons.jsonl", b""))
    for entry in entries:
        version = entry["act"] in ("create", "amend")
        found = facts.take(entry["facts"])
        if entry["persons"]:
            persons.take(entry["persons"])
        need(found is not None or version, "E114")
        if found is not None and version:
            number = found["data"].get("number")
            number = NUMBER.fullmatch(number) if isinstance(number, str) else None
            need(number and number[1] == said["unit"], "E115")
            need(number[2] == CODES.get(entry["kind"], number[2]), "E115")
            need(len(number[4]) == 6 or number[4][0] != "0", "E115")
    taken = (facts.taken, persons.taken)
    need(taken == (said["counts"]["facts"], said["counts"]["persons"]), "E114")
    need(taken == (len(facts.lines), len(persons.lines)), "E114")


def read(file, card, receiver, identity):
    top, members = walk(outer(file, card, identity))
    signature = members.get("tagmanifest-sha256.txt.sig", b"")
    need(verify(card, "trucban-batch@v1", signature, members.get("tagmanifest-sha256.txt", b"")), "E108")
    payload = manifests(members)
    said = batch(members, top)
    files(members, said, payload)
    need(said["receiver"] == receiver, "E105")
    need(said["unit"] == card["unit"], "E110")
    content(members, said, journal(members, said))
    kept = {key: said[key] for key in ("unit", "number", "journal", "first", "last", "head", "counts", "with_persons")}
    return {**kept, "name": top, "id": sha256(members["tagmanifest-sha256.txt"])}


def card_of(path):
    lines = [line.split(": ", 1) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    return dict(lines)


def main():
    file, card, receiver, identity = sys.argv[1:]
    try:
        print(json.dumps(read(Path(file), card_of(card), receiver, identity)))
    except Refused as refused:
        print(json.dumps({"code": str(refused)}))
        sys.exit(4)


if __name__ == "__main__":
    main()
