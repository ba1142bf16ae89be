//! What the page says, made small at build time: messages in Fluent's syntax (`src/ui/wording/`)
//! become a list of patterns for each language, and names for them in Rust, so that a message that
//! is not there, or a variable that is not given, is an error of the compiler. Nothing of Fluent is
//! in the page.
//!
//! Of Fluent there is what the page needs: messages and their attributes, terms, variables, and a
//! choice between `one` and `other` by a number. Anything else is an error that names its message,
//! and so is a language that does not have the same messages with the same variables as the others.
//!
//! In a pattern, U+0010 and so on stand for the variables in the order of the alphabet. A choice is
//! U+0001, its variable, the text for one, U+0002, the text for others, U+0003.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser::parse;

/// So many variables a message has at most: as many as there are characters for them.
const VARIABLES: usize = 8;

/// The messages of one language, each with its variables and its pattern.
type Messages = BTreeMap<String, (BTreeSet<String>, String)>;

/// What is made of the files.
pub struct Tables {
    /// A constant for each message without variables, a function for each of the others.
    pub names: String,
    /// For each language its patterns, one a line, in the order of the messages' names.
    pub patterns: Vec<String>,
}

/// The tables of files, each with its name and its text.
pub fn tables(files: &[(&str, String)]) -> Result<Tables, String> {
    let mut read: Vec<(&str, Messages)> = Vec::new();
    for (file, text) in files {
        read.push((file, messages(text).map_err(|error| format!("{file}: {error}"))?));
    }
    let Some((first, known)) = read.first() else { return Err("there is no language".to_owned()) };
    for (file, messages) in &read[1..] {
        if let Some(id) = known.keys().find(|id| !messages.contains_key(*id)) {
            return Err(format!("{file}: {id} is missing; {first} has it"));
        }
        for (id, (variables, _)) in messages {
            match known.get(id) {
                None => return Err(format!("{first}: {id} is missing; {file} has it")),
                Some((others, _)) if others != variables => {
                    return Err(format!(
                        "{file}: {id} has the variables {variables:?}; in {first} they are {others:?}"
                    ));
                }
                Some(_) => {}
            }
        }
    }
    let ids = known.iter().enumerate();
    let names = ids.map(|(number, (id, (variables, _)))| named(number, id, variables)).collect();
    let lines = |messages: &Messages| {
        messages.values().map(|(_, pattern)| format!("{pattern}\n")).collect::<String>()
    };
    Ok(Tables { names, patterns: read.iter().map(|(_, messages)| lines(messages)).collect() })
}

/// A message in Rust.
fn named(number: usize, id: &str, variables: &BTreeSet<String>) -> String {
    let name = id.replace(['-', '.'], "_");
    if variables.is_empty() {
        let name = name.to_uppercase();
        return format!("/// The message `{id}`.\npub const {name}: Text = Text({number});\n");
    }
    let parameter = |variable: &String| format!("{variable}: impl Into<Value<'a>>");
    let parameters: Vec<String> = variables.iter().map(parameter).collect();
    let values: Vec<String> = variables.iter().map(|name| format!("{name}.into()")).collect();
    format!(
        "/// The message `{id}`.\npub fn {name}<'a>({}) -> String {{\n    \
         Text({number}).with(&[{}])\n}}\n",
        parameters.join(", "),
        values.join(", ")
    )
}

fn messages(text: &str) -> Result<Messages, String> {
    let resource = parse(text).map_err(|(_, errors)| {
        let said = |error: &fluent_syntax::parser::ParserError| {
            let line = text[..error.pos.start].lines().count();
            format!("line {line}: {error}")
        };
        errors.iter().map(said).collect::<Vec<_>>().join("; ")
    })?;
    let mut terms = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Term(term) = entry {
            terms.insert(term.id.name, &term.value);
        }
    }
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let own = message.value.iter().map(|value| (message.id.name.to_owned(), value));
        let attribute = |id: &str| format!("{}.{id}", message.id.name);
        let attributes =
            message.attributes.iter().map(|each| (attribute(each.id.name), &each.value));
        for (id, pattern) in own.chain(attributes) {
            let message = message_of(pattern, &terms).map_err(|error| format!("{id}: {error}"))?;
            if messages.insert(id.clone(), message).is_some() {
                return Err(format!("{id} is there twice"));
            }
        }
    }
    Ok(messages)
}

/// The terms of a language.
type Terms<'a> = BTreeMap<&'a str, &'a Pattern<&'a str>>;

/// The variables of a pattern, and the pattern as it is written in the table.
fn message_of(
    pattern: &Pattern<&str>,
    terms: &Terms,
) -> Result<(BTreeSet<String>, String), String> {
    let mut variables = BTreeSet::new();
    gather(pattern, &mut variables);
    if variables.len() > VARIABLES {
        return Err(format!("it has more than {VARIABLES} variables"));
    }
    let written = written(pattern, &variables, terms)?;
    if written.contains('\n') {
        return Err("it is of more than one line".to_owned());
    }
    Ok((variables, written))
}

/// The names of the variables in a pattern.
fn gather(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (selector, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, variants.as_slice()),
        };
        if let InlineExpression::VariableReference { id } = selector {
            variables.insert(id.name.to_owned());
        }
        variants.iter().for_each(|variant| gather(&variant.value, variables));
    }
}

fn written(
    pattern: &Pattern<&str>,
    variables: &BTreeSet<String>,
    terms: &Terms,
) -> Result<String, String> {
    let mark = |name: &str| {
        let at = variables.iter().position(|known| known == name).unwrap_or(VARIABLES);
        char::from(0x10 + at as u8)
    };
    let mut text = String::new();
    for element in &pattern.elements {
        let expression = match element {
            PatternElement::TextElement { value } => {
                text += value;
                continue;
            }
            PatternElement::Placeable { expression } => expression,
        };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                text.push(mark(id.name));
            }
            Expression::Inline(InlineExpression::TermReference { id, .. }) => {
                let term = terms.get(id.name).ok_or(format!("there is no term -{}", id.name))?;
                text += &written(term, &BTreeSet::new(), &BTreeMap::new())?;
            }
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                let (one, other) = choice(variants)?;
                let (one, other) =
                    (written(one, variables, terms)?, written(other, variables, terms)?);
                if one.contains('\x01') || other.contains('\x01') {
                    return Err("a choice is within another".to_owned());
                }
                text += &format!("\x01{}{one}\x02{other}\x03", mark(id.name));
            }
            other => return Err(format!("what is in braces is not known here: {other:?}")),
        }
    }
    Ok(text)
}

/// The two sides of a choice.
fn choice<'a>(
    variants: &'a [Variant<&'a str>],
) -> Result<(&'a Pattern<&'a str>, &'a Pattern<&'a str>), String> {
    let of = |name: &str| {
        let is = |key: &VariantKey<&str>| matches!(key, VariantKey::Identifier { name: key } if *key == name);
        variants.iter().find(|variant| is(&variant.key)).map(|variant| &variant.value)
    };
    match (of("one"), of("other"), variants.len()) {
        (Some(one), Some(other), 2) => Ok((one, other)),
        _ => Err("a choice is between [one] and *[other]".to_owned()),
    }
}
