//! `desk posts`: one line a post, and below it only what somebody has to know.

use serde_json::{Map, Value, json};

use crate::acts::desk::{self, Reporting};
use crate::cli::Done;
use crate::cli::context::Context;
use crate::cli::view::padded;
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::{Mode, PostKey};
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
    for (id, args) in post.marks() {
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let line = context.words.with(id, &args);
        context.out.line(&format!("     {line}"));
    }
}
