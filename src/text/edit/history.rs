//! What undo and redo need: each change as the few bytes that it replaced, in groups that go back together.

/// What sort of change it was. Changes of one sort that follow each other directly are one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letters typed.
    Typed,
    /// Letters taken away.
    Erased,
    /// Something that stands alone, such as a paste.
    Alone,
}

/// One change: at a byte, `old` became `new`; the cursor went from `before` to `after`.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub at: usize,
    pub old: String,
    pub new: String,
    pub before: usize,
    pub after: usize,
    group: u64,
}

impl Step {
    /// The change that turns one text into another, as short as it can be said.
    pub fn between(old: &str, new: &str, before: usize, after: usize) -> Self {
        let same = |(a, b): &(char, char)| a == b;
        let head: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
        let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let middle = |text: &str| text.get(..text.len() - tail).unwrap_or_default().to_owned();
        Self { at: head, old: middle(old), new: middle(new), before, after, group: 0 }
    }
}

/// The changes done and undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    group: u64,
    last: Option<Sort>,
}

impl History {
    /// The next change begins a group of its own.
    pub fn pause(&mut self) {
        self.last = None;
    }

    /// Keeps a change. What is typed over something just erased belongs to it.
    pub fn keep(&mut self, mut step: Step, sort: Sort) {
        let follows =
            sort != Sort::Alone && (self.last == Some(sort) || (self.last, sort) == (Some(Sort::Erased), Sort::Typed));
        self.group += u64::from(!follows);
        self.last = Some(sort);
        step.group = self.group;
        self.undone.clear();
        self.done.push(step);
    }

    /// The next change to take back, while it belongs to the same group as the one before.
    pub fn back(&mut self, group: &mut Option<u64>) -> Option<Step> {
        self.pause();
        turn(&mut self.done, &mut self.undone, group)
    }

    /// The next change to do again, likewise.
    pub fn again(&mut self, group: &mut Option<u64>) -> Option<Step> {
        self.pause();
        turn(&mut self.undone, &mut self.done, group)
    }
}

fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, group: &mut Option<u64>) -> Option<Step> {
    let step = from.pop_if(|step| group.is_none_or(|group| group == step.group))?;
    *group = Some(step.group);
    to.push(step.clone());
    Some(step)
}
