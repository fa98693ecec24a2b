//! Small pictures as inline SVG. Each says in its title what it shows, and nothing in it is told by colour alone.

mod axis;
mod bar;
mod ladder;
mod load;

pub(crate) use axis::{Span, axis};
pub(crate) use bar::{Bar, Fall, Scale, bar, fall, share};
pub(crate) use ladder::lane;
pub(crate) use load::load;

/// Text as HTML and SVG show it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The opening of a picture whose `title` says the same in words.
fn open(class: &str, view_box: &str, title: &str) -> String {
    let title = escaped(title);
    format!(
        r#"<svg class="{class}" viewBox="{view_box}" role="img" aria-label="{title}"><title>{title}</title>"#
    )
}
