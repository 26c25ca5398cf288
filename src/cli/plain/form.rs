//! A form without a screen: field after field from the same description as everywhere, each answer a draft before the
//! next question, then a number for any other field until it is saved.

use serde_json::{Map, Value};

use super::pick;
use super::save::save;
use super::talk::{Heard, Stop};
use crate::cli::context::Context;
use crate::cli::view::{self, Names};
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::{Draft, Logbook, Mode, Record};
use crate::record::purpose::{DESPITE_PATH, WHY_PATH};
use crate::record::sketch::{Base, Origin, Sketch};
use crate::record::when::Moment;
use crate::record::{Fallback, Field, Finding, Purpose, Shape, is_blank, parse_text};
use crate::report::names;

/// Empties a field.
const NOTHING: &str = "-";

/// One officer of several.
static ONE_OFFICER: Field = Field::new("", Shape::Officer);

/// What is asked for, and what was answered so far.
pub struct Form {
    /// The answers.
    pub sketch: Sketch,
    fields: Vec<&'static Field>,
    /// Something was answered that is worth keeping.
    typed: bool,
}

impl Form {
    /// A form for a new record, with what is nearly always right.
    pub fn new(context: &mut Context, purpose: Purpose) -> Heard<Self> {
        let who = context.who()?;
        let values = purpose.defaults(context.mint.now(), &who.officer.to_string(), None);
        let (entry, record) = (context.mint.id(), context.mint.id());
        Ok(Self::of(Sketch { purpose, entry, record, base: None, origin: None, at: None, values }))
    }

    /// A form about a record as it stands; without its content, unless it is amended.
    pub fn about(context: &mut Context, purpose: Purpose, record: &Record) -> Heard<Self> {
        let mut form = Self::new(context, purpose)?;
        form.sketch.record = record.row.record;
        if purpose.amends() {
            let base = Base { version: record.version, data: record.data.clone(), number: record.row.number.clone() };
            let fields = purpose.fields(&base.data.0);
            let own = base.data.0.iter().filter(|(key, _)| fields.iter().any(|field| field.key == *key));
            form.sketch.values = own.map(|(key, value)| (key.clone(), value.clone())).collect();
            (form.sketch.base, form.fields) = (Some(base), fields);
        }
        Ok(form)
    }

    /// What a draft kept, also one of the screens, which keep what was typed as it was.
    pub fn resume(context: &mut Context, sketch: Sketch) -> Heard<Self> {
        let mut form = Self::of(sketch);
        let (book, _) = context.open(Mode::Write)?;
        let at = context.mint.now();
        for field in &form.fields {
            if let Some(value) = form.sketch.values.get_mut(field.key) {
                read(field, value, &book, at);
            }
        }
        form.typed = true;
        Ok(form)
    }

    fn of(sketch: Sketch) -> Self {
        let fields = sketch.purpose.fields(&sketch.values);
        Self { sketch, fields, typed: false }
    }

    /// Puts values in that somebody else knew.
    pub fn given(mut self, values: Map<String, Value>) -> Self {
        self.sketch.values.extend(values);
        self
    }

    /// What is made into an incident.
    pub fn from(mut self, origin: Origin) -> Self {
        self.sketch.origin = Some(origin);
        self
    }

    /// Asks until it is saved. Whoever goes back finds a draft.
    pub fn fill(mut self, context: &mut Context) -> Heard<()> {
        let heading = names::purpose(self.sketch.purpose, &context.words);
        context.out.line(&heading);
        let done = self.ask(context);
        if matches!(done, Err(Stop::Back)) && self.typed {
            context.say("plain-draft-kept");
        }
        done
    }

    fn ask(&mut self, context: &mut Context) -> Heard<()> {
        let (purpose, told) = (self.sketch.purpose, self.sketch.purpose.told());
        let amends = matches!(purpose, Purpose::Amend(_));
        let first = |field: &&&'static Field| {
            // Whoever amends knows which field.
            let told = !amends && (told.is_empty() || told.contains(&field.key));
            told || field.key == WHY_PATH || (!amends && field.fallback == Fallback::Required)
        };
        let first: Vec<&'static Field> = self.fields.iter().filter(first).copied().collect();
        for field in first {
            self.field(context, field)?;
        }
        if amends {
            self.show(context)?;
        }
        loop {
            let Some(answer) = context.ask("plain-form")? else {
                if save(&self.sketch, context)? {
                    return Ok(());
                }
                continue;
            };
            match answer.parse::<usize>().ok().and_then(|n| self.fields.get(n.checked_sub(1)?).copied()) {
                Some(field) => self.field(context, field)?,
                None if answer == "?" => self.show(context)?,
                None => context.say("plain-no-number"),
            }
        }
    }

    /// Every field with its number, and what stands in it.
    fn show(&self, context: &mut Context) -> Heard<()> {
        let (book, _) = context.open(Mode::Write)?;
        let known = Names::of(&book)?;
        for (n, field) in (1..).zip(&self.fields) {
            let name = self.name(context, field.key);
            let value = self.sketch.values.get(field.key).filter(|value| !is_blank(value));
            let value = value.map(|value| view::value(field, value, &known, &context.words)).unwrap_or_default();
            context.out.line(format!("{n}. {name}: {value}").trim_end());
        }
        Ok(())
    }

    fn name(&self, context: &Context, path: &str) -> String {
        let words = &context.words;
        match path {
            WHY_PATH => words.get("tui-why").to_owned(),
            DESPITE_PATH => words.get("tui-despite").to_owned(),
            path => words.field(self.sketch.purpose.named(), path).to_owned(),
        }
    }

    /// Asks for one field and keeps the draft.
    fn field(&mut self, context: &mut Context, field: &'static Field) -> Heard<()> {
        let before = self.sketch.values.get(field.key).cloned().unwrap_or(Value::Null);
        let after = match field.shape {
            Shape::Group(inner) => return self.group(context, field, inner, None),
            Shape::List(inner) => return self.list(context, field, inner),
            Shape::Officers => self.officers(context, field, &before)?,
            _ => self.scalar(context, field, field.key, &before)?,
        };
        self.put(context, field.key, after);
        Ok(())
    }

    /// Takes an answer, which is on disk before the next question; or it is said that it isn't.
    fn put(&mut self, context: &mut Context, key: &str, after: Value) {
        if self.sketch.values.get(key).unwrap_or(&Value::Null) == &after {
            return;
        }
        self.sketch.values.insert(key.to_owned(), after);
        self.typed = true;
        if let Err(fault) = self.keep(context) {
            context.fail(&fault);
        }
    }

    fn keep(&self, context: &mut Context) -> Outcome<()> {
        let (book, who) = context.open(Mode::Write)?;
        let key = Sketch::key(self.sketch.purpose, self.sketch.entry);
        book.save_draft(&Draft { key, officer: who.officer, at: context.mint.now(), body: self.sketch.body() })
    }

    /// Asks for each part of a group, or of one item of a list; each answer is kept at once.
    fn group(&mut self, context: &mut Context, field: &Field, inner: &[Field], item: Option<usize>) -> Heard<()> {
        for part in inner {
            let whole = self.sketch.values.get(field.key).cloned().unwrap_or(Value::Null);
            let object = item.map_or(Some(&whole), |n| whole.get(n));
            let before = object.and_then(|object| object.get(part.key)).cloned().unwrap_or(Value::Null);
            let after = self.scalar(context, part, &format!("{}.{}", field.key, part.key), &before)?;
            self.put(context, field.key, with(whole, item, part.key, &after));
        }
        Ok(())
    }

    fn list(&mut self, context: &mut Context, field: &'static Field, inner: &[Field]) -> Heard<()> {
        loop {
            let mut items = self.sketch.values.get(field.key).and_then(Value::as_array).cloned().unwrap_or_default();
            items.retain(|item| !is_blank(item));
            let (name, count) = (self.name(context, field.key), items.len().to_string());
            let question = context.words.with("plain-list", &[("name", &name), ("count", &count)]);
            match context.ask_as(&question, true)?.as_deref() {
                None => return Ok(()),
                Some("1") => self.group(context, field, inner, Some(items.len()))?,
                Some("2") => {
                    items.pop();
                    self.put(context, field.key, Value::Array(items));
                }
                Some(_) => context.say("plain-no-number"),
            }
        }
    }

    fn officers(&self, context: &mut Context, field: &Field, before: &Value) -> Heard<Value> {
        let all = pick::choices(context, &ONE_OFFICER)?.unwrap_or_default();
        pick::show(context, &all);
        let question = self.question(context, field, field.key, before)?;
        loop {
            let Some(answer) = context.ask_as(&question, true)? else { return Ok(before.clone()) };
            let mut ids = Vec::new();
            for part in answer.split(',').map(str::trim).filter(|part| !part.is_empty() && *part != NOTHING) {
                ids.push(pick::chosen(context, &all, &ONE_OFFICER, part)?.map(Value::from));
            }
            if let Some(ids) = ids.into_iter().collect::<Option<Vec<Value>>>() {
                return Ok(Value::Array(ids));
            }
        }
    }

    /// Asks for one value; an empty answer leaves what stands there.
    fn scalar(&self, context: &mut Context, field: &Field, path: &str, before: &Value) -> Heard<Value> {
        let all = pick::choices(context, field)?;
        pick::show(context, all.as_deref().unwrap_or_default());
        let question = self.question(context, field, path, before)?;
        let needed = field.fallback == Fallback::Required;
        let counts = matches!(field.shape, Shape::Count(_) | Shape::Money | Shape::Decimal);
        loop {
            let answer = match context.ask_as(&question, !counts)? {
                None if needed && is_blank(before) => None,
                None => return Ok(before.clone()),
                answer => answer.filter(|answer| answer != NOTHING),
            };
            let Some(answer) = answer else {
                if !needed {
                    return Ok(Value::Null);
                }
                context.say("tui-needed");
                continue;
            };
            let Some(all) = &all else {
                let (book, _) = context.open(Mode::Write)?;
                match parse_text(field, &answer, &book, context.mint.now()) {
                    Ok(value) => return Ok(value),
                    // The question has just named the field.
                    Err(finding) => context.remark(None, &Finding { path: String::new(), ..finding }),
                }
                continue;
            };
            match pick::chosen(context, all, field, &answer)? {
                Some(code) if field.shape == Shape::Flag => return Ok(Value::Bool(code == "true")),
                Some(code) => return Ok(Value::from(code)),
                None => {}
            }
        }
    }

    /// What a field is called, and in brackets what an empty answer leaves there.
    fn question(&self, context: &mut Context, field: &Field, path: &str, before: &Value) -> Heard<String> {
        let name = self.name(context, path);
        if is_blank(before) {
            return Ok(name);
        }
        let (book, _) = context.open(Mode::Write)?;
        Ok(format!("{name} [{}]", view::value(field, before, &Names::of(&book)?, &context.words)))
    }
}

/// The value of a field after a part of it, or of one of its items, was answered.
fn with(mut whole: Value, item: Option<usize>, key: &str, part: &Value) -> Value {
    let put = |object: &mut Value| {
        if !object.is_object() {
            *object = Value::Object(Map::new());
        }
        object.as_object_mut().into_iter().for_each(|object| drop(object.insert(key.to_owned(), part.clone())));
    };
    let Some(n) = item else {
        put(&mut whole);
        return whole;
    };
    let mut items = whole.as_array().cloned().unwrap_or_default();
    items.resize(items.len().max(n + 1), Value::Null);
    items.get_mut(n).into_iter().for_each(put);
    Value::Array(items)
}

/// Reads what was typed on the screens; what can't be read stays and is refused when it is saved.
fn read(field: &Field, value: &mut Value, book: &Logbook, at: Moment) {
    match (field.shape, value) {
        (Shape::Group(inner), Value::Object(object)) => {
            for field in inner {
                if let Some(value) = object.get_mut(field.key) {
                    read(field, value, book, at);
                }
            }
        }
        (Shape::List(inner), Value::Array(items)) => {
            let group = Field { shape: Shape::Group(inner), ..*field };
            for item in items {
                read(&group, item, book, at);
            }
        }
        (_, value) => {
            let typed = value.as_str().map(|text| parse_text(field, text, book, at));
            if let Some(Ok(read)) = typed {
                *value = read;
            }
        }
    }
}
