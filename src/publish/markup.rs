//! HTML that is put together of elements and texts, so that a text is never anything but text.

/// Some HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup(String);

/// What has no end tag.
const VOID: [&str; 4] = ["meta", "link", "hr", "br"];

/// A text.
pub fn text(text: &str) -> Markup {
    let mut markup = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markup += "&amp;",
            '<' => markup += "&lt;",
            '>' => markup += "&gt;",
            '"' => markup += "&quot;",
            // What HTML does not allow, or turns into something else.
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' => markup.push('\u{fffd}'),
            c => markup.push(c),
        }
    }
    Markup(markup)
}

/// An element: its name, its attributes, what is in it.
pub fn element(
    name: &'static str,
    attributes: &[(&'static str, &str)],
    inside: impl IntoIterator<Item = Markup>,
) -> Markup {
    let mut markup = format!("<{name}");
    for (attribute, value) in attributes {
        markup += &format!(" {attribute}=\"{}\"", text(value).0);
    }
    markup.push('>');
    if !VOID.contains(&name) {
        inside.into_iter().for_each(|part| markup += &part.0);
        markup += &format!("</{name}>");
    }
    Markup(markup)
}

impl Markup {
    /// What another program wrote as HTML. It has to be one that lets no text be anything else.
    pub fn written(html: String) -> Markup {
        Markup(html)
    }

    /// It, with a line end after it.
    pub fn line(mut self) -> Markup {
        self.0.push('\n');
        self
    }

    /// As bytes of a file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromIterator<Markup> for Markup {
    fn from_iter<I: IntoIterator<Item = Markup>>(parts: I) -> Markup {
        let mut all = Markup::default();
        parts.into_iter().for_each(|part| all.0 += &part.0);
        all
    }
}

/// A path as an address has it: all but plain letters, digits and `/` by the bytes of UTF-8.
pub fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}
