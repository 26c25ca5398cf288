//! A shift by somebody who has never seen the program and presses only what stands on the screen at that moment: keys
//! that the rows at the bottom name, and letters where the cursor stands in a field.

use crate::post::{NEXT, Post};

/// An officer who can't know anything.
struct Newcomer(Post);

impl Newcomer {
    /// What the rows at the bottom offer: each key with what it does.
    fn hints(&self) -> Vec<(String, String)> {
        let text = self.0.stage.text();
        let rows: Vec<&str> = text.lines().collect();
        let last = rows[rows.len() - 2..].iter();
        let hints = last.flat_map(|row| row.split("  ")).filter_map(|hint| hint.trim().split_once(' '));
        hints.map(|(key, name)| (key.to_owned(), name.to_owned())).collect()
    }

    /// Presses the key that stands before this name.
    fn press(&mut self, name: &str) {
        let hints = self.hints();
        let found = hints.iter().find(|(_, said)| said == name);
        let (key, _) = found.unwrap_or_else(|| panic!("nothing says {name:?}:\n{}", self.0.stage.text()));
        let key = if key == "Shift+Tab" { "BackTab" } else { key };
        self.0.keys(key);
    }

    /// Does what has this name: by its key where that is shown, else through the list of commands, which is shown.
    fn go(&mut self, name: &str) {
        if self.hints().iter().any(|(_, said)| said == name) {
            return self.press(name);
        }
        self.press("Lệnh");
        self.0.says(name);
        self.write(name);
        self.press("Đồng ý");
    }

    /// Types where the cursor stands.
    fn write(&mut self, text: &str) {
        assert!(self.0.stage.cells().1.is_some(), "no cursor to type at:\n{}", self.0.stage.text());
        self.0.keys(&format!("\"{text}\""));
    }

    /// Goes on, field by field, to the one with this label, and types into it.
    fn fill(&mut self, label: &str, text: &str) {
        let here = format!("›{label}");
        for _ in 0..40 {
            if self.0.stage.text().contains(&here) {
                return self.write(text);
            }
            self.press("Ô sau");
        }
        panic!("no field {label}:\n{}", self.0.stage.text());
    }
}

#[test]
fn a_shift_by_keys_that_the_screen_shows() {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.with_officer();
    let mut me = Newcomer(post);
    me.write(crate::common::PASSWORD);
    me.press("Đồng ý");
    me.0.says("Chưa mở ca");

    me.press("Ca trực");
    me.0.says("Mở ca");
    me.press("Lưu");
    me.0.says("Đã lưu CT-2026-000001");

    me.go("Vụ việc");
    me.fill("Loại vụ việc", "trom xe");
    me.press("Ô sau");
    me.fill("Khu dân cư", "4");
    me.fill("Nhận tin lúc", "20h");
    me.fill("Trích yếu", "Trộm xe máy trước chợ");
    me.fill("Nội dung, diễn biến", "Để xe trước cổng, quay ra không thấy.");
    me.press("Lưu");
    me.0.says("Đã lưu VV-2026-000001");

    me.go("Nhật ký");
    me.write("trom xe may");
    me.0.says("› VV-2026-000001");
    me.press("Xem");
    me.0.says("Để xe trước cổng, quay ra không thấy.");
    me.press("Quay lại");
    me.press("Quay lại");
    me.press("Quay lại");

    me.go("Ca trực");
    me.press("Nhận");
    me.0.says("Đã trả lời 1/1, còn 0");
    me.press("Ký");
    me.write(NEXT);
    me.press("Đồng ý");
    me.0.says("hai bên đã ký");
    me.press("Đóng ca");
    me.press("Lưu");
    me.0.says("Đã đóng ca");
    me.press("Quay lại");
    me.press("Quay lại");
    me.0.says("chưa mở ca");

    me.go("Tuần");
    me.0.says("Sẽ gửi: ");
    me.press("Duyệt");
    me.0.says("Đã duyệt tuần 48");
    me.press("Xuất gói");
    me.press("Đồng ý");
    me.press("Đồng ý");
    me.0.says("Đã xuất");
    me.press("Đồng ý");
    me.0.says("chờ biên nhận");
}
