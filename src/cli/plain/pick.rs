//! One value of a closed list, chosen by its number or by typing what it is called.

use super::talk::{Heard, Stop};
use crate::cli::context::Context;
use crate::logbook::Mode;
use crate::record::catalogue::Catalogue;
use crate::record::{Field, Shape};
use crate::report::names;
use crate::text::fold;
use crate::words::value_id;

/// Longer lists are searched before they are shown.
const SHOWN: usize = 15;

/// Code and name.
type Choice = (String, String);

/// What a field can be, if that is a closed list.
pub fn choices(context: &Context, field: &Field) -> Heard<Option<Vec<Choice>>> {
    let words = &context.words;
    Ok(Some(match field.shape {
        Shape::One(list) => {
            let named = |value: &&str| ((*value).to_owned(), words.get(&value_id(list.name, value)).to_owned());
            list.values.iter().map(named).collect()
        }
        Shape::Flag => vec![("true".into(), words.get("cli-yes").into()), ("false".into(), words.get("cli-no").into())],
        Shape::Category => {
            let used = Catalogue::builtin().pick("").into_iter();
            used.map(|category| (category.code.clone(), names::category_and_code(&category.code, words))).collect()
        }
        Shape::Area => {
            let (book, _) = context.open(Mode::Write)?;
            let areas = book.areas()?.into_iter().filter(|area| !area.ended);
            areas.map(|area| (area.code.clone(), names::area(&area.code, &area.name))).collect()
        }
        Shape::Officer => {
            let (book, _) = context.open(Mode::Write)?;
            let officers = book.officers()?.into_iter().filter(|officer| !officer.ended);
            officers.filter_map(|o| Some((o.id.to_string(), o.name.or(o.login)?))).collect()
        }
        _ => return Ok(None),
    }))
}

/// The code that an answer means: a number of the list that was shown, or words of a name. When several are meant,
/// they are shown and asked about.
pub fn chosen(context: &mut Context, all: &[Choice], field: &Field, answer: &str) -> Heard<Option<String>> {
    let by_number = answer.parse::<usize>().ok().and_then(|n| all.get(n.checked_sub(1)?));
    if let Some((code, _)) = by_number.filter(|_| all.len() <= SHOWN) {
        return Ok(Some(code.clone()));
    }
    if let Some((code, _)) = all.iter().find(|(code, name)| is(code, answer) || is(name, answer)) {
        return Ok(Some(code.clone()));
    }
    let found: Vec<&Choice> = match field.shape {
        Shape::Category => {
            let ranked = Catalogue::builtin().pick(answer).into_iter();
            ranked.filter_map(|category| all.iter().find(|(code, _)| *code == category.code)).collect()
        }
        _ => all.iter().filter(|(_, name)| begins(name, answer)).collect(),
    };
    match found.as_slice() {
        [] => {
            context.say("plain-none");
            Ok(None)
        }
        [(code, _)] => Ok(Some(code.clone())),
        several => {
            let named: Vec<String> = several.iter().take(SHOWN).map(|(_, name)| name.clone()).collect();
            match context.choose("plain-which", &named, "cmd-leave") {
                Err(Stop::Back) => Ok(None),
                at => Ok(several.get(at?).map(|(code, _)| code.clone())),
            }
        }
    }
}

/// Shows a list that isn't too long.
pub fn show(context: &mut Context, all: &[Choice]) {
    if all.len() <= SHOWN {
        for (n, (_, name)) in (1..).zip(all) {
            context.out.line(&format!("  {n}. {name}"));
        }
    }
}

fn is(name: &str, answer: &str) -> bool {
    fold::exact(name) == fold::exact(answer)
}

/// Whether each word of the answer begins one of the name.
fn begins(name: &str, answer: &str) -> bool {
    let (name, answer) = (fold::folded(name), fold::folded(answer));
    fold::words(&answer).all(|wanted| fold::words(&name).any(|word| word.starts_with(wanted)))
}
