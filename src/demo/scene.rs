//! One scene: where and when something is, and the words drawn for it. The same word in braces comes back the same
//! throughout a scene.

use super::dice::Dice;
use super::material::{AreaText, Material, list};
use crate::record::when;

/// The area of a ward without areas, which the tests of the material rule out.
static NOWHERE: AreaText =
    AreaText { code: String::new(), name: String::new(), kind: String::new(), share: 0, streets: Vec::new() };

/// Where and when, and what was said so far.
pub(super) struct Scene<'a> {
    /// The dice.
    pub dice: &'a mut Dice,
    /// The area.
    pub area: &'static AreaText,
    said: Vec<(&'static str, String)>,
}

impl<'a> Scene<'a> {
    /// A scene in some area, busier ones more often.
    pub fn new(dice: &'a mut Dice) -> Self {
        let areas = &Material::builtin().ward.areas;
        let at = dice.weighted(areas.iter().map(|area| area.share));
        Self { dice, area: areas.get(at).unwrap_or(&NOWHERE), said: Vec::new() }
    }

    /// A scene in this area.
    pub fn of(dice: &'a mut Dice, code: &str) -> Self {
        let known = Material::builtin().ward.areas.iter().find(|area| area.code == code);
        Self { dice, area: known.unwrap_or(&NOWHERE), said: Vec::new() }
    }

    /// Says what a name stands for in this scene.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.said.retain(|(known, _)| *known != name);
        self.said.push((name, value));
    }

    /// Fills a text of the material.
    pub fn fill(&mut self, text: &'static str) -> String {
        let mut whole = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            whole.push_str(before);
            whole.push_str(&self.word(name));
            rest = tail;
        }
        whole.push_str(rest);
        whole
    }

    /// Fills one text of a list.
    pub fn any(&mut self, list: &'static [String]) -> String {
        let text = self.dice.text(list);
        self.fill(text)
    }

    /// Fills one text of a list, with a capital at its start.
    pub fn sentence(&mut self, list: &'static [String]) -> String {
        capital(&self.any(list))
    }

    fn word(&mut self, name: &'static str) -> String {
        if let Some((_, value)) = self.said.iter().find(|(known, _)| *known == name) {
            return value.clone();
        }
        let value = self.fresh(name);
        self.said.push((name, value.clone()));
        value
    }

    fn fresh(&mut self, name: &'static str) -> String {
        match name {
            "area" => self.area.code.clone(),
            "street" => {
                let name = self.dice.text(&self.area.streets).to_owned();
                form("street", &[("n", name)])
            }
            "few" => self.dice.between(2, 5).to_string(),
            "some" => (2 * self.dice.between(5, 30)).to_string(),
            _ => self.any(list(&Material::builtin().ward.words, name)),
        }
    }
}

/// How something is written, with these values.
pub(super) fn form(name: &str, values: &[(&'static str, String)]) -> String {
    let text = Material::builtin().form(name);
    values.iter().fold(text.to_owned(), |text, (key, value)| text.replace(&format!("{{{key}}}"), value))
}

/// A sum of so many thousand đồng, as people say it.
pub(super) fn sum(thousands: u64) -> String {
    let (millions, rest) = (thousands / 1000, thousands % 1000 / 100);
    let n = if rest == 0 { millions.to_string() } else { format!("{millions},{rest}") };
    if millions == 0 { form("thousand", &[("n", thousands.to_string())]) } else { form("million", &[("n", n)]) }
}

/// A sum between two, in round figures; small ones are likelier.
pub(super) fn round_sum(dice: &mut Dice, [low, high]: [u64; 2]) -> u64 {
    let span = high.saturating_sub(low);
    let part = dice.below(1001);
    let thousands = low + span * part / 1000 * dice.below(1001) / 1000;
    let step = if thousands >= 1000 { 500 } else { 50 };
    thousands / step * step
}

/// A time of the clock: `19h20`.
pub(super) fn clock(at: i64) -> String {
    let at = when::from_seconds(at).unwrap_or_default();
    let values = [("h", at.format("%-H").to_string()), ("m", at.format("%M").to_string())];
    form("clock", &values)
}

/// When it was, as told at `now`.
pub(super) fn told(at: i64, now: i64) -> String {
    let (at, now) = (when::from_seconds(at).unwrap_or_default(), when::from_seconds(now).unwrap_or_default());
    let name = match now.date_naive().signed_duration_since(at.date_naive()).num_days() {
        0 => "today",
        1 => "yesterday",
        _ => "earlier",
    };
    let value = |key, format| (key, at.format(format).to_string());
    form(name, &[value("h", "%-H"), value("m", "%M"), value("d", "%-d"), value("mo", "%-m")])
}

/// The text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_says_the_same_word_twice() {
        let mut dice = Dice::new(3, 0);
        let mut scene = Scene::new(&mut dice);
        let text = scene.fill("{bike}|{bike}|{lane}|{street}");
        let parts: Vec<&str> = text.split('|').collect();
        assert_eq!(parts[0], parts[1]);
        assert!(parts[2].ends_with(parts[3]), "{text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }

    #[test]
    fn sums_and_times_are_said_as_people_say_them() {
        assert_eq!(sum(350), "350 nghìn đồng");
        assert_eq!(sum(18_500), "18,5 triệu đồng");
        let now = when::seconds(when::parse("2026-11-23T19:20:00+07:00").unwrap());
        assert_eq!(clock(now), "19h20");
        assert_eq!(told(now - 3600, now), "khoảng 18h20");
        assert_eq!(told(now - 86_400, now), "khoảng 19h20 hôm trước");
        assert_eq!(told(now - 3 * 86_400, now), "khoảng 19h20 ngày 20/11");
    }
}
