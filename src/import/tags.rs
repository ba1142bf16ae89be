//! What the tags of HTML mean for the text between them.

use html5ever::tokenizer::Tag;

/// An attribute of a tag.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|found| &*found.value)
}

/// Whether what is in an element does not show, or is no text of the page.
pub(super) fn is_hidden(tag: &Tag, name: &str) -> bool {
    let never = [
        "script", "style", "template", "nav", "noscript", "iframe", "noembed", "noframes",
        "object", "svg", "select", "button", "textarea", "canvas", "audio", "video", "rt", "rp",
        "rtc",
    ];
    let style =
        || attribute(tag, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    never.contains(&name)
        || attribute(tag, "hidden").is_some()
        || attribute(tag, "role") == Some("navigation")
        || ["display:none", "visibility:hidden"].iter().any(|hides| style().contains(hides))
}

/// Whether an element has nothing in it, ever.
pub(super) fn is_void(name: &str) -> bool {
    let void = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    void.contains(&name)
}

/// Whether an element is apart from what is before and after it.
pub(super) fn is_block(name: &str) -> bool {
    let blocks = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "main",
        "nav",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "noscript",
    ];
    blocks.contains(&name)
}

/// Elements that another of their name ends.
pub(super) fn ends_itself(name: &str) -> bool {
    ["p", "li", "td", "th", "tr", "dt", "dd", "option", "rt", "rp", "rtc"].contains(&name)
}

/// Whether an element, left open, ends where another begins.
pub(super) fn is_closed_by(open: &str, next: &str) -> bool {
    match open {
        "p" => {
            is_block(next) || matches!(next, "ul" | "ol" | "li" | "h1" | "h2" | "h3" | "h4" | "pre")
        }
        "rt" | "rp" | "rtc" => matches!(next, "rt" | "rp" | "rtc" | "rb"),
        "td" | "th" => matches!(next, "td" | "th" | "tr"),
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        _ => false,
    }
}

/// Whether an element, left open, ends where another does.
pub(super) fn is_closed_with(open: &str, end: &str) -> bool {
    match open {
        "p" => is_block(end),
        "li" => matches!(end, "ul" | "ol"),
        "rt" | "rp" | "rtc" => end == "ruby",
        "td" | "th" => matches!(end, "tr" | "table"),
        "tr" => end == "table",
        "dt" | "dd" => end == "dl",
        _ => false,
    }
}
