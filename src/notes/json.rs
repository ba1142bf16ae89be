//! JSON (RFC 8259) as a value. What a general library does beyond that, exact numbers above all, no
//! note needs, and the page would carry it.

use std::fmt;

/// Values within values go so deep: a file that goes deeper is none of notes.
const DEPTH: u32 = 64;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Members, in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value that a text is; `None` if it is none.
    pub fn parse(text: &str) -> Option<Json> {
        let mut rest = Rest(text.trim_start_matches('\u{feff}'));
        let value = rest.value(0)?;
        rest.skip();
        rest.0.is_empty().then_some(value)
    }

    /// The member of a name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().find(|(of, _)| of == name).map(|(_, it)| it),
            _ => None,
        }
    }

    /// What it says as a text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Each value of a list; what is no list is one of itself.
    pub fn each(&self) -> &[Json] {
        match self {
            Json::List(values) => values,
            value => std::slice::from_ref(value),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(is_so) => f.write_str(if *is_so { "true" } else { "false" }),
            Json::Number(number) => f.write_str(number),
            Json::Text(text) => f.write_str(&quoted(text)),
            Json::List(values) => {
                let values: Vec<String> = values.iter().map(Json::to_string).collect();
                f.write_str(&["[", &values.join(","), "]"].concat())
            }
            Json::Object(members) => {
                let member = |(name, value): &(String, Json)| format!("{}:{value}", quoted(name));
                let members: Vec<String> = members.iter().map(member).collect();
                f.write_str(&["{", &members.join(","), "}"].concat())
            }
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\r' => quoted += "\\r",
            '\t' => quoted += "\\t",
            c if c < ' ' => quoted += &format!("\\u{:04x}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// What of a text is not read yet.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn skip(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Goes past a sign if it comes next.
    fn takes(&mut self, sign: &str) -> bool {
        self.skip();
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn value(&mut self, depth: u32) -> Option<Json> {
        self.skip();
        if depth > DEPTH {
            return None;
        }
        if self.0.starts_with('"') {
            return self.string().map(Json::Text);
        }
        if self.takes("[") {
            let mut values = Vec::new();
            while !self.takes("]") {
                if !values.is_empty() && !self.takes(",") {
                    return None;
                }
                values.push(self.value(depth + 1)?);
            }
            return Some(Json::List(values));
        }
        if self.takes("{") {
            let mut members: Vec<(String, Json)> = Vec::new();
            while !self.takes("}") {
                if !members.is_empty() && !self.takes(",") {
                    return None;
                }
                self.skip();
                let name = self.string()?;
                let value = if self.takes(":") { self.value(depth + 1)? } else { return None };
                // Of two of a name the last counts.
                members.retain(|(other, _)| *other != name);
                members.push((name, value));
            }
            return Some(Json::Object(members));
        }
        let end = self.0.find([',', ']', '}', ' ', '\t', '\n', '\r']).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        match word {
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            number if is_number(number) => Some(Json::Number(number.to_owned())),
            _ => None,
        }
    }

    fn string(&mut self) -> Option<String> {
        self.0 = self.0.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let at = self.0.find(['"', '\\'])?;
            text += &self.0[..at];
            let is_end = self.0[at..].starts_with('"');
            self.0 = &self.0[at + 1..];
            if is_end {
                return Some(text);
            }
            let sign = self.0.chars().next()?;
            self.0 = &self.0[sign.len_utf8()..];
            text.push(match sign {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => self.coded()?,
                '"' | '\\' | '/' => sign,
                _ => return None,
            });
        }
    }

    /// The character of `\u1234`, or of two of them that are one (UTF-16). A half is none.
    fn coded(&mut self) -> Option<char> {
        let high = self.unit()?;
        let rest = self.0;
        if (0xd800..0xdc00).contains(&high) && self.0.starts_with("\\u") {
            self.0 = &self.0[2..];
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                return char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            }
            self.0 = rest;
        }
        Some(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.0.get(..4).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let unit = u32::from_str_radix(digits, 16).ok()?;
        self.0 = &self.0[4..];
        Some(unit)
    }
}

/// Whether it is a number, near enough: what is one in JSON is.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b))
}
