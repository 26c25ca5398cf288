import json
from pathlib import Path
from jsonschema import Draft202012Validator as Schema

def schema(name):
    return json.loads(Path("schema", name + ".schema.json").read_text(encoding="utf-8"))

Schema(schema("batch")).validate(json.loads(Path("data/batch.json").read_bytes()))
for name in ("journal", "facts", "persons"):
    check, file = Schema(schema(name)), Path("data", name + ".jsonl")
    for line in file.open("rb") if file.exists() else ():
        check.validate(json.loads(line))
    print("schema ok:", name)
