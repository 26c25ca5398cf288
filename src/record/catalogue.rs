//! The catalogue of incident categories.
pub struct Category {
    pub active: bool,
}
pub struct Catalogue;
impl Catalogue {
    pub fn builtin() -> Self {
        Self
    }
    pub fn get(&self, _c: &str) -> Option<Category> {
        Some(Category { active: true })
    }
    pub fn nearest(&self, _t: &str) -> Option<&str> {
        None
    }
}
