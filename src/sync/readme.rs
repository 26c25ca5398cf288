//! The bag's README.txt: how anybody checks a batch with stock tools, in Vietnamese and English. Its commands are
//! meant to be copied; a test runs them as they stand. Nothing of a record is in it.

use super::{BatchName, MANIFEST, NAMESPACE_BATCH, NAMESPACE_FILE, PROFILE, SIGNATURE, TAG_MANIFEST};
use crate::words::{Lang, Words};

/// Around commands.
const FENCE: &str = "```";

/// The text for one batch; `signer` is the post's public key line.
#[must_use]
pub fn text(name: &BatchName, receiver: &str, signer: &str) -> String {
    let languages = Lang::ALL.map(Words::new);
    let bag = name.to_string();
    let args = [("name", bag.as_str()), ("unit", &name.unit), ("receiver", receiver)];
    let mut text = format!("{bag}\n\n");
    for (id, commands) in steps(name, signer) {
        for words in &languages {
            text += &words.with(id, &args);
            text += "\n\n";
        }
        if !commands.is_empty() {
            text += &format!("{FENCE}\n{commands}\n{FENCE}\n\n");
        }
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// What is said, and the commands for it.
fn steps(name: &BatchName, signer: &str) -> [(&'static str, String); 10] {
    let (file, unit) = (name.file(), &name.unit);
    [
        ("readme-what", String::new()),
        ("readme-need", String::new()),
        ("readme-key", format!("echo '{unit} {signer}' > allowed_signers\nssh-keygen -l -f allowed_signers")),
        ("readme-outer", verify("allowed_signers", unit, NAMESPACE_FILE, &name.signature(), &file)),
        ("readme-open", format!("age -d -i identity.txt -o {name}.tar {file}\ntar -xf {name}.tar\ncd {name}")),
        ("readme-inner", verify("../allowed_signers", unit, NAMESPACE_BATCH, SIGNATURE, TAG_MANIFEST)),
        (
            "readme-manifests",
            format!(
                "sha256sum --check --strict --quiet {TAG_MANIFEST}\n\
                 sha256sum --check --strict --quiet {MANIFEST}\n\
                 sha256sum {TAG_MANIFEST}"
            ),
        ),
        ("readme-bag", format!("python3 -m bagit --validate .\n{}", python(&profile()))),
        ("readme-schema", python(include_str!("readme/lines.py"))),
        (
            "readme-chain",
            format!("{}\n{}", python(include_str!("readme/chain.py")), python(include_str!("readme/envelopes.py"))),
        ),
    ]
}

fn verify(signers: &str, unit: &str, namespace: &str, signature: &str, file: &str) -> String {
    format!("ssh-keygen -Y verify -f {signers} -I {unit} -n {namespace} -s {signature} < {file}")
}

fn python(script: &str) -> String {
    format!("python3 - <<'EOF'\n{}\nEOF", script.trim_end())
}

fn profile() -> String {
    format!(
        "import bagit, bagit_profile\n\
         profile = bagit_profile.Profile(\"{PROFILE}\", open(\"schema/bagit-profile.json\").read())\n\
         assert profile.validate(bagit.Bag(\".\")), profile.report\n\
         print(\"profile ok\")"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_speaks_both_languages_and_names_the_files() {
        let name = BatchName::parse("LDG-P2-2026W47-000012-7f3a").unwrap();
        let text = text(&name, "LDG", "ssh-ed25519 AAAA");
        assert!(!text.contains("readme-") && !text.contains("{ $"), "{text}");
        assert!(text.contains("chữ ký") && text.contains("signature"));
        assert!(text.contains("\necho 'LDG-P2 ssh-ed25519 AAAA' > allowed_signers\n"));
        assert!(text.contains(" -s LDG-P2-2026W47-000012-7f3a.tar.age.sig < LDG-P2-2026W47-000012-7f3a.tar.age\n"));
        assert_eq!(text.matches(FENCE).count() % 2, 0);
        assert!(text.lines().all(|line| !line.starts_with(' ') || line.len() < 110));
    }
}
