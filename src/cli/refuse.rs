//! How the command line says no: one line what happened, one line what to do, on stderr; as JSON the same in an object.

use clap::error::ErrorKind;
use serde_json::{Value, json};

use super::context::Context;
use super::misuse;
use super::out::{aside, visible};
use crate::acts::Refused;
use crate::acts::write::RefusedLine;
use crate::fault::{Fault, Kind, Outcome};
use crate::record::Finding;
use crate::words::{Coded, Words};

/// Prints a fault and gives its exit code.
pub fn print(fault: &Fault, json: bool, words: &Words) -> u8 {
    let (message, hint) = words.fault(fault);
    said(fault.code, &message, &hint, json);
    fault.kind.exit()
}

fn said(code: &str, message: &str, hint: &str, json: bool) {
    if json {
        let error = json!({"error": {"code": code, "message": message, "hint": hint}});
        return aside(&visible(&error.to_string()));
    }
    aside(&format!("{code} {message}"));
    aside(&format!("     {hint}"));
}

/// Prints what the parser has to say, which may be the help that was asked for, and gives the exit code.
pub fn misuse(error: &clap::Error, json: bool, words: &Words) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            0
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            let _ = error.print();
            Kind::Use.exit()
        }
        _ => print(&Fault::new(Kind::Use, "E054").with("what", misuse::said(error, words)), json, words),
    }
}

impl Context {
    /// Ends a save that was refused.
    pub fn refused(&mut self, refused: Refused) -> Outcome<u8> {
        match refused {
            Refused::Fault(fault) => Err(fault),
            Refused::Findings(findings) => {
                let lines: Vec<_> = findings.into_iter().map(|finding| (None, finding)).collect();
                self.refuse(&lines);
                Ok(Kind::Finding.exit())
            }
        }
    }

    /// Ends an import that was refused, line by line.
    pub fn refused_lines(&mut self, refused: Vec<RefusedLine>) -> u8 {
        let worst = refused.iter().map(|line| line.kind().exit()).max();
        let lines: Vec<_> = refused.into_iter().map(|line| (Some(line.line), line.finding)).collect();
        self.refuse(&lines);
        worst.unwrap_or_else(|| Kind::Finding.exit())
    }

    fn refuse(&mut self, lines: &[(Option<usize>, Finding)]) {
        if !self.json() {
            for (line, finding) in lines {
                self.remark(*line, finding);
            }
            return self.out.aside(self.words.get("cli-nothing-written"));
        }
        for (line, finding) in lines {
            let mut object = finding_json(finding, &self.words);
            if let (Some(line), Some(object)) = (line, object.as_object_mut()) {
                object.shift_insert(0, "line".into(), Value::from(*line));
            }
            self.out.json(&object);
        }
        let _ = self.out.flush();
        if let Some((_, first)) = lines.first() {
            let (message, hint) = self.words.finding(first);
            said(first.code(), &message, &hint, true);
        }
    }

    /// A finding on stderr, with its line and place.
    pub fn remark(&mut self, line: Option<usize>, finding: &Finding) {
        let (message, hint) = self.words.finding(finding);
        let line = line.map(|line| self.words.with("cli-line", &[("line", &line.to_string())]));
        let place = line.into_iter().chain((!finding.path.is_empty()).then(|| finding.path.clone()));
        let place = place.collect::<Vec<_>>().join(", ");
        let place = if place.is_empty() { place } else { format!("{place}: ") };
        self.out.aside(&format!("{place}{} {message}", finding.code));
        self.out.aside(&format!("     {hint}"));
    }
}

/// A finding as JSON shows it.
pub fn finding_json(finding: &Finding, words: &Words) -> Value {
    let (message, hint) = words.finding(finding);
    json!({
        "code": finding.code, "level": finding.level(), "path": finding.path, "message": message, "hint": hint,
    })
}
