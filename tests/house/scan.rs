//! Rust source read as text: comments and strings blanked out, words and functions found. It knows no grammar beyond
//! that, and it must never read anything but what it is given.

/// The source with comments and the insides of strings and characters blanked; line breaks stay where they are.
pub fn code(source: &str) -> String {
    bare(source).code
}

/// The strings of a source, with their quotes.
pub fn strings(source: &str) -> Vec<&str> {
    bare(source).strings
}

fn bare(source: &str) -> Bare<'_> {
    let mut bare = Bare { rest: source, code: String::with_capacity(source.len()), strings: Vec::new() };
    while !bare.rest.is_empty() {
        bare.step();
    }
    bare
}

struct Bare<'a> {
    rest: &'a str,
    code: String,
    strings: Vec<&'a str>,
}

impl<'a> Bare<'a> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            let _ = self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            let _ = self.blank(comment(self.rest));
        } else if let Some(length) = raw_string(self.rest).filter(|_| !self.in_word()) {
            self.string(length);
        } else if self.rest.starts_with('"') {
            self.string(quoted(self.rest, '"'));
        } else if is_char(self.rest) {
            let _ = self.blank(quoted(self.rest, '\''));
        } else if let Some(c) = self.rest.chars().next() {
            self.code.push(c);
            self.rest = &self.rest[c.len_utf8()..];
        }
    }

    fn in_word(&self) -> bool {
        self.code.ends_with(is_word)
    }

    fn string(&mut self, length: usize) {
        let string = self.blank(length);
        self.strings.push(string);
    }

    fn blank(&mut self, length: usize) -> &'a str {
        let (gone, rest) = self.rest.split_at(length);
        // Byte for byte, so that places in the code are places in the source.
        self.code.extend(gone.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        self.rest = rest;
        gone
    }
}

fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let step = if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth -= 1;
            2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

fn raw_string(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let marks = inside.len() - inside.trim_start_matches('#').len();
    let end = format!("\"{}", "#".repeat(marks));
    let begin = text.len() - inside.len() + marks + 1;
    inside[marks..].starts_with('"').then(|| text[begin..].find(&end).map_or(text.len(), |at| begin + at + end.len()))
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == quote && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// A character rather than a lifetime.
fn is_char(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('\'') && (chars.next() == Some('\\') || chars.next() == Some('\''))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The words of a text, each with its place.
pub fn words(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut begin = None;
    for (at, c) in code.char_indices().chain([(code.len(), ' ')]) {
        match (begin, is_word(c)) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                found.push((from, &code[from..at]));
                begin = None;
            }
            _ => {}
        }
    }
    found
}

/// What follows `path::`, which may be a group: the first word of each way on.
pub fn ways_on(after: &str) -> Vec<&str> {
    let Some(group) = after.trim_start().strip_prefix('{') else {
        return words(after)
            .first()
            .filter(|(at, _)| after[..*at].trim().is_empty())
            .map(|(_, word)| *word)
            .into_iter()
            .collect();
    };
    let (mut depth, mut begins, mut found) = (0, true, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && is_word(c) => {
                begins = false;
                found.extend(words(&group[at..]).first().map(|(_, word)| *word));
            }
            _ => {}
        }
    }
    found
}

/// A function with a body: name, first line, how many lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// The functions in bare code.
pub fn functions(code: &str) -> Vec<Function> {
    let all = words(code);
    let named = all.windows(2).filter(|pair| pair[0].1 == "fn");
    named
        .filter_map(|pair| {
            let (begin, name) = (pair[0].0, pair[1].1);
            let line = 1 + code[..begin].matches('\n').count();
            body(&code[begin..]).map(|length| {
                let lines = 1 + code[begin..begin + length].matches('\n').count();
                Function { name: name.to_owned(), line, lines }
            })
        })
        .collect()
}

/// The length of a function up to the end of its body; none without body.
fn body(code: &str) -> Option<usize> {
    let (mut inner, mut braces) = (0, 0);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => inner += 1,
            ')' | ']' => inner -= 1,
            ';' if inner == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
