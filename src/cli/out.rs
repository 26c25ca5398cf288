//! What a command prints. Results go to stdout and nothing else does; no byte reaches a terminal that could move its
//! cursor or turn its text around. A reader that went away (`| head`) is no trouble.

use std::io::{self, BufWriter, Stdout, Write as _};
use std::path::Path;

use serde_json::Value;

use crate::fault::Outcome;
use crate::logbook::files;
use crate::text::clean;

/// The two streams.
pub struct Out {
    stdout: BufWriter<Stdout>,
    failed: Option<io::Error>,
}

impl Out {
    /// The streams of this process.
    pub fn new() -> Self {
        Self { stdout: BufWriter::new(io::stdout()), failed: None }
    }

    /// A line of the result.
    pub fn line(&mut self, text: &str) {
        self.put(format!("{}\n", clean::shown(text)).as_bytes());
    }

    /// Lines of the result.
    pub fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    /// A result as one line of JSON.
    pub fn json(&mut self, value: &Value) {
        self.put(format!("{}\n", visible(&value.to_string())).as_bytes());
    }

    /// Bytes of our own making, as they are.
    pub fn put(&mut self, bytes: &[u8]) {
        if self.failed.is_none() {
            self.failed = self.stdout.write_all(bytes).err();
        }
    }

    /// A line beside the result, on stderr.
    pub fn aside(&mut self, text: &str) {
        // Results first, so that a terminal shows both in order.
        if self.failed.is_none() {
            self.failed = self.stdout.flush().err();
        }
        aside(text);
    }

    /// Hands over what is still held back.
    ///
    /// # Errors
    /// E042 when stdout doesn't take it, unless its reader has gone.
    pub fn flush(&mut self) -> Outcome<()> {
        let failed = self.failed.take().map_or_else(|| self.stdout.flush(), Err);
        match failed {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(files::cannot_write(Path::new("stdout"), error))
            }
            _ => Ok(()),
        }
    }
}

/// A line on stderr. Nobody can be told when that fails.
pub fn aside(text: &str) {
    let _ = writeln!(io::stderr(), "{}", clean::shown(text));
}

/// JSON whose text has nothing in it that a terminal would obey: such characters are written as `\u….`.
pub fn visible(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        let mut bytes = [0; 4];
        let plain: &str = c.encode_utf8(&mut bytes);
        if clean::shown(plain) == plain {
            safe.push(c);
        } else {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| safe.push_str(&format!("\\u{unit:04x}")));
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_the_same_value_without_what_a_terminal_obeys() {
        let hostile = Value::from("Trộm\u{202e}xe\u{9b}31m\u{1b}\u{e0041} \u{a0}\"");
        let text = visible(&hostile.to_string());
        assert!(text.chars().all(|c| c.is_ascii() || c.is_alphabetic()), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
