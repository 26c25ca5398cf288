import hashlib, json

batch = json.load(open("data/batch.json", "rb"))
prev, seq = batch["prev"], batch["first"] - 1
for line in open("data/journal.jsonl", "rb"):
    line = line.rstrip(b"\n")
    entry, seq = json.loads(line), seq + 1
    assert (entry["seq"], entry["prev"]) == (seq, prev), f"the chain breaks at {seq}"
    assert entry["journal"] == batch["journal"], f"{seq} is of another journal"
    prev = hashlib.sha256(line).hexdigest()
assert (seq, prev) == (batch["last"], batch["head"]), "the end is not the one in batch.json"
print("chain ok:", batch["first"], "to", seq, prev)
