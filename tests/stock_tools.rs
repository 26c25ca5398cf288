//! Stock tools are the referee: a real batch, its receipt and the recovery paper, checked by programs that we did not
//! write. Each check is made twice: it holds, and after a small damage it doesn't.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "stock_tools/forgotten.rs"]
mod forgotten;
#[path = "stock_tools/second.rs"]
mod second;
#[path = "stock_tools/tools.rs"]
mod tools;
#[path = "stock_tools/week.rs"]
mod week;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use trucban::acts::keep;
use trucban::record::lunar::LunarDay;

use tools::{good, judged, ready, shell};
use week::{Week, work};

/// The sender's key as the card says it, in the form that ssh-keygen wants.
const SIGNERS: &str = r#"sed -n "s/^signing-key: /LDG-P2 /p" post.card > signers"#;

/// Unpacks the batch without age, so that each tool is judged alone; returns the bag's folder.
fn bag(week: &Week) -> PathBuf {
    std::fs::write(week.out().join("inner.tar"), week.tar()).unwrap();
    good(&week.out(), "tar -xf inner.tar && rm inner.tar");
    week.out().join(&week.name)
}

/// Commands of a README: what stands between fences.
fn commands(bag: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(bag.join("README.txt")).unwrap();
    text.split("```\n").skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn ssh_keygen_takes_the_outer_signature() {
    if !ready("outer signature", &["ssh-keygen"]) {
        return;
    }
    let week = Week::new(false);
    let file = format!("{}.tar.age", week.name);
    let check = |namespace: &str| {
        format!("{SIGNERS}; ssh-keygen -Y verify -f signers -I LDG-P2 -n {namespace} -s {file}.sig < {file}")
    };
    let right = check("trucban-batch-file@v1");
    judged(&week.out(), &right, &format!("printf x >> {file}"));
    judged(&week.out(), &right, &format!("truncate -s -1 {file}"));
    judged(&week.out(), &right, "cp desk.card post.card");
    assert!(!shell(&week.out(), &check("trucban-batch@v1")).status.success(), "another namespace");
}

#[test]
fn ssh_keygen_takes_the_inner_signature() {
    if !ready("inner signature", &["ssh-keygen", "tar"]) {
        return;
    }
    let week = Week::new(false);
    let bag = bag(&week);
    good(&week.out(), &format!("cp post.card {}", week.name));
    let check = format!(
        "{SIGNERS}; ssh-keygen -Y verify -f signers -I LDG-P2 -n trucban-batch@v1 \
         -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt"
    );
    judged(&bag, &check, "sed -i 's/a/b/' tagmanifest-sha256.txt");
}

#[test]
fn age_opens_the_file_for_the_desk_and_for_the_paper() {
    if !ready("age", &["age"]) {
        return;
    }
    let week = Week::new(false);
    let file = format!("{}.tar.age", week.name);
    for identity in ["desk.age-identity", "paper.txt"] {
        let check = format!("age -d -i {identity} -o inner.tar {file}");
        // In the header, and in the last byte of the last chunk.
        judged(&week.out(), &check, &format!("sed -i '2s/X25519 ./X25519 #/' {file}"));
        judged(&week.out(), &check, &format!("truncate -s -1 {file}"));
        good(&week.out(), &check);
        assert_eq!(std::fs::read(week.out().join("inner.tar")).unwrap(), week.tar(), "{identity}");
    }
    good(&week.out(), &format!("printf 'AGE-PLUGIN' > x; ! age -d -i x -o no.tar {file}"));
}

#[test]
fn written_twice_it_is_the_same_inner_tar() {
    if !ready("two writings", &["age", "cmp"]) {
        return;
    }
    let mut week = Week::new(true);
    week.again("again");
    let file = format!("{}.tar.age", week.name);
    let open = |from: &str, to: &str| format!("age -d -i desk.age-identity -o {to} {from}");
    let (first, second) = (open(&file, "1.tar"), open(&format!("again/{file}"), "2.tar"));
    good(&week.out(), &format!("{first}; {second}; cmp 1.tar 2.tar"));
    good(&week.out(), &format!("! cmp -s {file} again/{file}"));
}

#[test]
fn tar_unpacks_what_tar_would_have_packed() {
    if !ready("tar", &["tar", "cmp"]) {
        return;
    }
    let week = Week::new(true);
    std::fs::write(week.out().join("inner.tar"), week.tar()).unwrap();
    judged(&week.out(), "tar -xf inner.tar", "printf X | dd of=inner.tar bs=1 seek=100 conv=notrunc status=none");
    let check = format!(
        "tar -xf inner.tar; find {0} -type f | LC_ALL=C sort | tar --format=ustar --no-recursion --owner=0 --group=0 \
         --numeric-owner --mtime=@0 --mode=0644 -b 1 -T - -cf theirs.tar; cmp inner.tar theirs.tar",
        week.name
    );
    judged(&week.out(), &check, "sed -i 's/ustar/ustaR/' inner.tar");
}

#[test]
fn sha256sum_takes_both_manifests() {
    if !ready("manifests", &["sha256sum", "tar"]) {
        return;
    }
    let week = Week::new(true);
    let bag = bag(&week);
    let check = |manifest: &str| format!("sha256sum --check --strict {manifest}");
    judged(&bag, &check("manifest-sha256.txt"), "sed -i 's/Trộm/Trôm/' data/facts.jsonl");
    judged(&bag, &check("manifest-sha256.txt"), "rm data/indicators.csv");
    judged(&bag, &check("tagmanifest-sha256.txt"), "printf x >> README.txt");
    judged(&bag, &check("tagmanifest-sha256.txt"), "echo x >> tagmanifest-sha256.txt");
    let id = good(&bag, "sha256sum tagmanifest-sha256.txt");
    assert!(id.starts_with(&week.sealed.batch.hex()), "the batch id");
}

#[test]
fn bagit_and_its_profile_take_the_bag() {
    if !ready("bag and profile", &["python3", "tar"]) {
        return;
    }
    let week = Week::new(false);
    let bag = bag(&week);
    let valid = "python3 -m bagit --validate .";
    judged(&bag, valid, "touch data/stray");
    judged(&bag, valid, "printf x >> data/batch.json");
    judged(&bag, valid, "printf x >> schema/batch.schema.json");
    judged(&bag, valid, "sed -i 's/1.0/9.9/' bagit.txt");
    let profile = "python3 -c 'import bagit, bagit_profile as b
p = b.Profile(\"urn:trucban:bagit-profile:1\", open(\"schema/bagit-profile.json\").read())
assert p.validate(bagit.Bag(\".\")), p.report'";
    judged(&bag, profile, "touch stray.txt");
    judged(&bag, profile, "sed -i '/^External-Identifier/d' bag-info.txt");
    judged(&bag, profile, "rm tagmanifest-sha256.txt.sig");
    judged(&bag, profile, "sed -i 's/profile:1/profile:2/' bag-info.txt");
}

#[test]
fn the_readme_s_own_commands_check_the_batch() {
    if !ready("README.txt", &["ssh-keygen", "age", "tar", "sha256sum", "python3"]) {
        return;
    }
    for persons in [false, true] {
        let week = Week::new(persons);
        let steps = commands(&bag(&week));
        good(&week.out(), &format!("rm -r {}; mv desk.age-identity identity.txt", week.name));
        assert_eq!(steps.len(), 8);
        let said = good(&week.out(), &steps.concat());
        assert!(said.contains(&week.sealed.batch.hex()) && said.contains("chain ok: 1 to"), "{said}");
        let facts = week.sealed.entries() - 1;
        assert!(said.contains(&format!("envelopes ok: facts {facts}\n")), "one is purged: {said}");
        assert!(said.contains(&format!("envelopes ok: persons {}\n", if persons { 6 } else { 0 })), "{said}");
        let file = format!("{}.tar.age", week.name);
        teeth(&week.out(), &steps, &file);
    }
}

/// Each damage, done just before a step, has to stop at that step (counted from 1).
fn teeth(out: &Path, steps: &[String], file: &str) {
    for (step, damage) in [
        (2, format!("printf x >> {file}")),
        (2, "sed -n 's/^signing-key: /LDG-P2 /p' desk.card > allowed_signers".to_owned()),
        (3, format!("truncate -s -1 {file}")),
        (4, "echo >> tagmanifest-sha256.txt".to_owned()),
        (5, "printf x >> README.txt".to_owned()),
        (5, "printf x >> data/indicators.csv".to_owned()),
        (6, "touch data/stray".to_owned()),
        (6, "touch stray.txt".to_owned()),
        (7, r#"sed -i 's/"seq":2,/"seq":"2",/' data/journal.jsonl"#.to_owned()),
        (7, r#"sed -i 's/"with_persons":/"with_persons":1,"x":/' data/batch.json"#.to_owned()),
        (8, "sed -i 2d data/journal.jsonl".to_owned()),
        (8, "sed -i '$d' data/journal.jsonl".to_owned()),
        (8, "sed -i '1s/LDG/LDH/' data/journal.jsonl".to_owned()),
        (8, "sed -i 's/Trộm/Trôm/' data/facts.jsonl".to_owned()),
        (8, "sed -i '$d' data/facts.jsonl".to_owned()),
    ] {
        let mut script = String::new();
        for (n, commands) in steps.iter().enumerate() {
            if n + 1 == step {
                script += &format!("{damage}\n");
            }
            script += &format!("echo STEP {}\n{commands}", n + 1);
        }
        let copy = tempfile::tempdir().unwrap();
        good(out, &format!("cp -a . '{}'", copy.path().display()));
        let ran = shell(copy.path(), &script);
        let said = tools::said(&ran);
        let reached = said.matches("STEP ").count();
        assert!(!ran.status.success() && reached == step, "{damage}: {said}");
    }
}

#[test]
fn persons_stay_at_the_post_unless_sent_and_secrets_always() {
    if !ready("grep", &["grep", "tar"]) {
        return;
    }
    let (officer, victim, phone, secret) = ("Nguyễn Văn An", "Trần Thị Cúc", "0912345678", "Phạm Văn Dũng");
    let [informant, withheld] = work::SECRETS;
    for (persons, there, gone) in [
        (
            false,
            vec!["Trộm xe máy"],
            vec![officer, victim, phone, secret, "12/4 Hùng Vương", work::HEAD, informant, withheld],
        ),
        (true, vec!["Trộm xe máy", officer, victim, phone, work::HEAD], {
            vec![secret, "12/4 Hùng Vương", "ghi nhầm chỗ", informant, withheld]
        }),
    ] {
        let week = Week::new(persons);
        let bag = bag(&week);
        for words in there {
            good(&bag, &format!("grep -rqF '{words}' ."));
        }
        for words in gone {
            good(&bag, &format!("! grep -rF '{words}' ."));
        }
    }
}

#[test]
fn the_manual_s_chain_checks_follow_the_exported_journal() {
    if !ready("exported journal", &["python3", "sha256sum"]) {
        return;
    }
    let week = Week::new(false);
    keep::export_journal(&week.post.book, &week.post.who, &week.out()).unwrap();
    let health = keep::doctor(&week.post.book, &week.post.who).unwrap();
    let mut checks = 0;
    for manual in ["docs/manual.md", "docs/manual.vi.md"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manual)).unwrap();
        for (fence, run) in [("```python\n", "python3"), ("```sh\n", "sh")] {
            let script = text.split(fence).nth(1).unwrap().split("```").next().unwrap();
            assert!(script.lines().count() <= 12, "{manual}: a dozen lines");
            let check = format!("{run} - <<'EOF'\n{script}EOF");
            judged(&week.out(), &check, "sed -i '3s/create/Create/' journal.jsonl");
            judged(&week.out(), &check, "sed -i 3d journal.jsonl");
            assert_eq!(good(&week.out(), &check), format!("{}\n", health.head), "{manual}");
            checks += 1;
        }
    }
    assert_eq!(checks, 4);
}

#[test]
fn the_paper_gives_the_database_key() {
    if !ready("recovery paper", &["age"]) {
        return;
    }
    let week = Week::new(false);
    let key = format!("age -d -i paper.txt {}/keys/logbook.age", week.logbook().display());
    let line = good(&week.out(), &key);
    assert_eq!(line, format!("{}\n", *week.key().hex()));
    judged(&week.out(), &key, "sed -i 's/AGE-SECRET-KEY-1/AGE-SECRET-KEY-1Q/' paper.txt");
}

#[test]
fn an_officer_s_password_gives_the_database_key() {
    if !ready("password", &["age", "script"]) {
        return;
    }
    let week = Week::new(false);
    let keys = week.logbook().join("keys");
    // age asks on a terminal; `script` is one.
    let check = |password: &str| {
        format!(
            "(sleep 1; echo '{password}'; sleep 2) | script -qec 'age -d -o id nguyen-van-an.age' /dev/null
             age -d -i id logbook.age"
        )
    };
    let said = good(&keys, &check(common::PASSWORD));
    assert!(said.ends_with(&format!("{}\n", *week.key().hex())), "{said:?}");
    good(&keys, "rm id");
    assert!(!shell(&keys, &check("không phải mật khẩu")).status.success());
}

#[test]
fn a_receipt_is_signed_by_the_desk_and_fits_its_schema() {
    if !ready("receipt", &["ssh-keygen", "sha256sum", "python3", "tar"]) {
        return;
    }
    let mut week = Week::new(false);
    bag(&week);
    week.put_signed("LDG-P2-2099W48-000009-0000.tar.age", b"no age file, but by the post's key");
    week.introduce();
    assert_eq!(week.receive(), [("merged".into(), None), ("bad-format".into(), Some("E106".into()))]);
    let receipt = "receipt-LDG-P2-1.json";
    let signed = format!(
        "sed -n 's/^signing-key: /LDG-CT /p' desk.card > signers
         ssh-keygen -Y verify -f signers -I LDG-CT -n trucban-receipt@v1 -s {receipt}.sig < {receipt}"
    );
    judged(&week.out(), &signed, &format!("sed -i 's/merged/Merged/' {receipt}"));
    let fits = format!(
        "python3 - <<'EOF'
import json
from jsonschema import Draft202012Validator as Schema
schema = json.load(open('{}/schema/receipt.schema.json'))
Schema(schema).validate(json.load(open('{receipt}')))
EOF",
        week.name
    );
    judged(&week.out(), &fits, &format!("sed -i 's/\"n\":1,/\"n\":\"1\",/' {receipt}"));
    judged(&week.out(), &fits, &format!("sed -i 's/\"merged\"/\"swallowed\"/' {receipt}"));
    let text = std::fs::read_to_string(week.out().join(receipt)).unwrap();
    let file = good(&week.out(), &format!("sha256sum {}.tar.age", week.name));
    let health = keep::doctor(&week.post.book, &week.post.who).unwrap();
    assert!(text.contains(&file[..64]) && text.contains(&week.sealed.batch.hex()) && text.contains(&health.head));
}

/// Every day of 76 years, with its lunar date.
fn lunar_days() -> String {
    let days = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let all = days(1975).iter_days().take_while(|day| *day < days(2051));
    all.map(|day| {
        let LunarDay { year, month, leap, day: lunar } = LunarDay::of(day);
        format!("{day} {lunar}/{month}/{year}{}", if leap { " leap" } else { "" })
    })
    .collect::<Vec<_>>()
    .join("\n")
}

#[test]
fn another_program_has_the_same_lunar_calendar() {
    if !ready("lunar calendar", &["python3"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("days"), lunar_days()).unwrap();
    let check = r#"python3 -c "
import datetime, lunar_vn
for line in open('days'):
    day, lunar = line.rstrip().split(' ', 1)
    theirs = lunar_vn.solar_to_lunar(datetime.date.fromisoformat(day))
    said = f'{theirs.day}/{theirs.month}/{theirs.year}' + (' leap' if theirs.leap else '')
    assert lunar == said, (day, lunar, said)
""#;
    judged(folder.path(), check, "sed -i 's|1/6/2025 leap|1/6/2025|' days");
}
