//! `journal export`, `doctor`, `backup`, `restore`: keeping the log safe and showing that it is.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::Context;
use super::progress::Progress;
use super::{Done, ask};
use crate::acts::{keep, session, week};
use crate::fault::Kind;
use crate::logbook::{Health, Mode, files};
use crate::text::number;

/// `journal …`.
#[derive(Debug, clap::Subcommand)]
pub enum JournalAct {
    /// Write journal.jsonl.
    Export(ExportArgs),
    /// Begin a new journal that continues this one.
    New(NewArgs),
}

/// `journal new --why TEXT`.
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
}

/// `journal export DIR`.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The folder for it.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// `doctor [--rebuild]`.
#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    /// Make the views anew first.
    #[arg(long)]
    pub rebuild: bool,
}

/// `backup FILE`.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `restore FILE DIR`.
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The new folder.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

pub fn journal(act: &JournalAct, context: &mut Context) -> Done {
    match act {
        JournalAct::Export(args) => export(args, context),
        JournalAct::New(args) => new_journal(args, context),
    }
}

fn new_journal(args: &NewArgs, context: &mut Context) -> Done {
    let (mut book, who) = context.open(Mode::Write)?;
    let journal = keep::new_journal(&mut book, &who, &args.why, &mut context.mint)?.to_string();
    if context.json() {
        context.out.json(&json!({"journal": journal}));
    } else {
        let line = context.words.with("cli-journal-new", &[("journal", &journal)]);
        context.out.line(&line);
    }
    Ok(0)
}

fn export(args: &ExportArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let bar = Progress::waiting(context.words.get("cli-progress-write"));
    let written = keep::export_journal(&book, &who, &args.dir);
    bar.end();
    context.written(&written?)
}

pub fn doctor(args: &DoctorArgs, context: &mut Context) -> Done {
    let (folder, officer) = (context.folder()?, context.officer());
    let login = session::login(&folder, officer.as_deref())?;
    let password = ask::password(context.globals.password_file.as_deref(), &context.words)?;
    let bar = Progress::waiting(context.words.get("cli-progress-doctor"));
    let health = (|| {
        if args.rebuild {
            let (book, who) = session::sign_in(&folder, Some(&login), &password, Mode::Bulk)?;
            keep::rebuild(&book, &who)?;
        }
        // By the key files alone: a database that can't be opened any more is looked at too.
        keep::doctor_of(&folder, &login, &password)
    })();
    bar.end();
    let health = health?;
    tell(&health, context);
    if health.is_ok() {
        let (book, _) = session::sign_in(&folder, Some(&login), &password, Mode::Write)?;
        week::missing(&book)?.iter().for_each(|finding| context.remark(None, finding));
    }
    Ok(if health.is_ok() { 0 } else { Kind::Data.exit() })
}

fn tell(health: &Health, context: &mut Context) {
    if context.json() {
        return context.out.json(&json!({
            "entries": health.entries, "head": health.head, "chain": health.chain, "integrity": health.integrity,
            "derived": health.derived, "withheld": health.withheld,
            "purged": health.purged, "lost": health.lost,
        }));
    }
    for (id, value) in [
        ("cli-doctor-entries", &*number::grouped(health.entries)),
        ("cli-doctor-head", &health.head),
        ("cli-doctor-chain", &health.chain),
        ("cli-doctor-integrity", &health.integrity),
        ("cli-doctor-derived", &health.derived),
        ("cli-doctor-withheld", &health.withheld.to_string()),
        ("cli-doctor-purged", &health.purged.to_string()),
        ("cli-doctor-lost", &health.lost.to_string()),
    ] {
        let line = format!("{}: {value}", context.words.get(id));
        context.out.line(&line);
    }
    context.out.line(context.words.get(if health.is_ok() { "cli-doctor-ok" } else { "cli-doctor-ill" }));
}

pub fn backup(args: &BackupArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let bar = Progress::waiting(context.words.get("cli-progress-write"));
    let written = keep::backup(&book, &who, &args.file, &mut context.mint);
    bar.end();
    written?;
    context.written(&args.file)
}

pub fn restore(args: &RestoreArgs, context: &mut Context) -> Done {
    let officer = context.officer();
    let password = ask::password(context.globals.password_file.as_deref(), &context.words)?;
    let bar = Progress::waiting(context.words.get("cli-progress-restore"));
    let restored = keep::restore(&args.file, &args.dir, (officer.as_deref(), &password), &mut context.mint);
    bar.end();
    restored?;
    let folder = files::shown(&args.dir);
    if context.json() {
        context.out.json(&json!({"folder": folder}));
    } else {
        let line = context.words.with("cli-restored", &[("folder", &folder)]);
        context.out.line(&line);
        context.out.aside(context.words.get("cli-restored-key"));
    }
    Ok(0)
}

impl Context {
    /// Says which file was written: path, size, SHA-256.
    pub fn written(&mut self, file: &Path) -> Done {
        let (size, sha256) = files::print(file)?;
        let path = files::shown(file);
        if self.json() {
            self.out.json(&json!({"file": path, "size": size, "sha256": sha256}));
        } else {
            let size = number::grouped(size);
            let line = self.words.with("cli-written", &[("file", &path), ("size", &size), ("sha256", &sha256)]);
            self.out.line(&line);
        }
        Ok(0)
    }
}
