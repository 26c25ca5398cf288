//! The table of commands: one description drives parser, help, completions and man pages. What helps to read it comes
//! from the wording files (`help.rs`); a command that isn't built stands in no row here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::{
    add, batch, card, change, demo, desk, init, keep, list, look, officers, purge, receipt, registers, report, shell,
    shift, signals, week,
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "trucban", version, disable_help_subcommand = true)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub globals: Globals,
    /// What is to be done; the screens when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that stand before or after any command.
#[derive(Debug, Clone, Args)]
pub struct Globals {
    /// The folder of the logbook.
    #[arg(long, global = true, value_name = "DIR")]
    pub logbook: Option<PathBuf>,
    /// Who is at work: login or name.
    #[arg(long, global = true, value_name = "NAME")]
    pub officer: Option<String>,
    /// A file whose first line is the password.
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// The language.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["vi", "en"])]
    pub lang: Option<String>,
    /// Numbered lines instead of screens.
    #[arg(long, global = true)]
    pub plain: bool,
    /// JSON instead of words.
    #[arg(long, global = true)]
    pub json: bool,
}

/// One act each. The wording of a row is `help-<name>`, of its arguments `arg-<id>`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a logbook of a made-up ward.
    Demo(demo::Args),
    /// Make a new logbook.
    Init(init::Args),
    /// Add records.
    Add(add::Args),
    /// Amend a record.
    Amend(change::AmendArgs),
    /// Add a note to a record.
    Note(change::NoteArgs),
    /// Void a record.
    Void(change::VoidArgs),
    /// The shift.
    #[command(subcommand)]
    Shift(shift::Act),
    /// List and search.
    List(list::Args),
    /// One record.
    Show(look::ShowArgs),
    /// What the rules say.
    Check(look::CheckArgs),
    /// What stands out.
    Signals(signals::Args),
    /// Figures of a period beside others.
    #[command(subcommand)]
    Report(report::Act),
    /// The access log.
    #[command(subcommand)]
    Access(look::AccessAct),
    /// Officers.
    #[command(subcommand)]
    Officer(officers::Act),
    /// Areas.
    #[command(subcommand)]
    Area(registers::AreaAct),
    /// Settings.
    #[command(subcommand)]
    Setting(registers::SettingAct),
    /// The recovery code.
    #[command(subcommand)]
    Recovery(registers::RecoveryAct),
    /// Take out what has served its purpose.
    Purge(purge::PurgeArgs),
    /// Records that no purge may touch.
    #[command(subcommand)]
    Hold(purge::HoldAct),
    /// The journal.
    #[command(subcommand)]
    Journal(keep::JournalAct),
    /// Check everything.
    Doctor(keep::DoctorArgs),
    /// Write a backup.
    Backup(keep::BackupArgs),
    /// Restore a backup.
    Restore(keep::RestoreArgs),
    /// The week.
    #[command(subcommand)]
    Week(week::Act),
    /// Look at batches.
    #[command(subcommand)]
    Batch(batch::Act),
    /// This logbook's card.
    Card(card::OwnCardArgs),
    /// Take a receiver.
    Receiver(card::CardArgs),
    /// Take in a receipt.
    Receipt(receipt::ReceiptArgs),
    /// The receiving desk.
    #[command(subcommand)]
    Desk(desk::Act),
    /// Completions for a shell.
    Completions(shell::CompletionsArgs),
    /// Man pages.
    Man(shell::ManArgs),
}
