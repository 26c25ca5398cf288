//! `desk posts`: one line a post, and below it only what somebody has to know.

use serde_json::{Map, Value, json};

use crate::acts::desk::{self, Reporting};
use crate::cli::Done;
use crate::cli::context::Context;
use crate::cli::view::padded;
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::{KeyState, Mode, PostKey};
use crate::record::when;
use crate::seal;

pub fn run(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let now = context.mint.now();
    for reporting in desk::posts(&book, &who, now)? {
        if context.json() {
            let object = object(&reporting)?;
            context.out.json(&Value::Object(object));
        } else {
            lines(&reporting, context);
        }
    }
    Ok(0)
}

fn object(post: &Reporting) -> Outcome<Map<String, Value>> {
    let last = post.last.as_ref().map(|last| {
        json!({"number": last.number, "week": last.week, "at": when::kept(last.at), "batch_id": last.batch.hex()})
    });
    let keys: Outcome<Vec<Value>> = post.keys.iter().map(key).collect();
    let waiting = post.requests.iter().filter(|asked| asked.sent.is_none()).count();
    let due = post
        .due
        .map(|due| json!({"week": due.week.name(), "weeks_late": due.late, "since": due.since.map(when::kept)}));
    let object = json!({
        "unit": post.post.unit, "name": post.post.name, "since": when::kept(post.post.since), "last": last,
        "held": post.held.len(), "forks": post.forks.len(), "start": post.start.map(|start| start.number),
        "findings": post.findings.len(), "withheld": post.withheld, "requests": post.requests.len(), "requests_waiting": waiting, "keys": keys?,
        "due": due, "ended": post.ended.map(|day| day.to_string()), "follows": post.follows, "followed_by": post.followed_by,
    });
    Ok(if let Value::Object(object) = object { object } else { Map::new() })
}

fn key(known: &PostKey) -> Outcome<Value> {
    Ok(json!({
        "fingerprint": seal::fingerprint(&known.key)?, "state": known.state.name(), "since": when::kept(known.since),
        "revoked": known.revoked.map(when::kept), "why": known.why,
    }))
}

fn lines(post: &Reporting, context: &mut Context) {
    let last = post.last.as_ref().map_or_else(|| "-".to_owned(), |last| format!("{} ({})", last.week, last.number));
    let unit = if post.followed_by.is_some() { format!("  {}", post.post.unit) } else { post.post.unit.clone() };
    let cells = [padded(&unit, 16), padded(&last, 16), post.post.name.clone()];
    context.out.line(cells.join("  ").trim_end());
    for (id, args) in marks(post) {
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let line = context.words.with(id, &args);
        context.out.line(&format!("     {line}"));
    }
}

type Mark = (&'static str, Vec<(&'static str, String)>);

/// What stands below a post's line.
fn marks(post: &Reporting) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    marks.extend(post.due.filter(|due| due.late > 0).map(|due| {
        let since = due.since.map(when::shown).unwrap_or_default();
        ("desk-post-late", vec![("count", due.late.to_string()), ("week", due.week.name()), ("since", since)])
    }));
    marks.extend(post.ended.map(|day| ("desk-post-ended", vec![("day", day.format("%d/%m/%Y").to_string())])));
    if !post.follows.is_empty() {
        marks.push(("desk-post-follows", vec![("units", post.follows.join(", "))]));
    }
    marks.extend(post.followed_by.iter().map(|unit| ("desk-post-followed", vec![("unit", unit.clone())])));
    let mut counted = |id: &'static str, count: usize| {
        if count > 0 {
            marks.push((id, vec![("count", count.to_string())]));
        }
    };
    counted("desk-post-held", post.held.len());
    counted("desk-post-forks", post.forks.len());
    counted("desk-post-findings", post.findings.len());
    counted("desk-post-withheld", usize::try_from(post.withheld).unwrap_or(usize::MAX));
    let waiting = post.requests.iter().filter(|asked| asked.sent.is_none()).count();
    counted("desk-post-asked", post.requests.len() - waiting);
    counted("desk-post-waiting", waiting);
    marks.extend(post.start.map(|start| ("desk-post-start", vec![("number", start.number.to_string())])));
    if !post.keys.iter().any(|known| known.state == KeyState::Valid) {
        marks.extend(post.keys.first().map(revoked));
    }
    marks
}

fn revoked(known: &PostKey) -> Mark {
    let at = known.revoked.map(when::shown).unwrap_or_default();
    let args =
        vec![("state", known.state.name().to_owned()), ("at", at), ("why", known.why.clone().unwrap_or_default())];
    ("desk-post-revoked", args)
}
