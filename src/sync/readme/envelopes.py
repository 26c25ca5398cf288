import hashlib, json
from pathlib import Path
from jsonschema import Draft202012Validator as Schema

def lines(name):
    file = Path("data", name + ".jsonl")
    return [json.loads(line) for line in file.open("rb")] if file.exists() else []

counts = json.load(open("data/batch.json", "rb"))["counts"]
for name in ("facts", "persons"):
    defs = json.loads(Path("schema", name + ".schema.json").read_bytes())["$defs"]
    named = {entry[name]: entry for entry in lines("journal") if entry[name]}
    sheets = {line["sha256"]: line["envelope"] for line in lines(name)}
    assert len(sheets) == counts[name], f"not as many {name} as batch.json says"
    for sha256, text in sheets.items():
        assert hashlib.sha256(text.encode()).hexdigest() == sha256, f"not its hash: {sha256}"
        entry, envelope = named[sha256], json.loads(text)
        part = entry["kind"] if entry["act"] in ("create", "amend") else entry["act"]
        Schema({"$defs": defs, "$ref": "#/$defs/envelope"}).validate(envelope)
        if part in defs:
            Schema({"$defs": defs, "$ref": f"#/$defs/{part}"}).validate(envelope["data"])
    print("envelopes ok:", name, len(sheets))
