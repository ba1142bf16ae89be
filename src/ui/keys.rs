//! Which key does what: as it is at first, or as the reader wants it.

use super::Command;

/// The first of two keys, one after the other.
pub const FIRST: char = 'g';

/// A key that a reader can choose: a letter, a figure or a sign, by itself or after [`FIRST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Whether it comes after [`FIRST`].
    is_second: bool,
    sign: char,
}

impl Key {
    /// The key of a name as the browser gives it: `n`, `?`; of two, one after the other: `ga`.
    /// `None` for any other, and for [`FIRST`] alone, which waits for another.
    pub fn named(name: &str) -> Option<Key> {
        let mut signs = name.chars();
        let key = match (signs.next()?, signs.next()) {
            (FIRST, Some(sign)) => Key { is_second: true, sign },
            (sign, None) if sign != FIRST => Key { is_second: false, sign },
            _ => return None,
        };
        (signs.next().is_none() && key.sign.is_ascii_graphic()).then_some(key)
    }

    /// The key that was typed into a field, with spaces or without.
    pub fn typed(text: &str) -> Option<Key> {
        Key::named(&text.split_whitespace().collect::<String>())
    }

    /// Its name, as [`Key::named`] reads it.
    pub fn name(self) -> String {
        let first = self.is_second.then_some(FIRST);
        first.into_iter().chain([self.sign]).collect()
    }
}

/// The keys that the reader has chosen, by command; each takes the place of the first that the
/// command has at first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keys([Option<Key>; Command::ALL.len()]);

impl Keys {
    /// The commands whose key can be chosen.
    pub fn commands() -> impl Iterator<Item = Command> {
        Command::ALL.into_iter().filter(|&command| at_first(command).is_some())
    }

    /// All keys of a command, as the browser names them.
    pub fn of(&self, command: Command) -> Vec<String> {
        let mut names: Vec<String> = command.keys().iter().map(|&name| name.to_owned()).collect();
        if let (Some(name), Some(own)) = (names.first_mut(), self.own(command)) {
            *name = own.name();
        }
        names.dedup();
        names
    }

    /// The command that has this key.
    pub fn command(&self, name: &str) -> Option<Command> {
        Command::ALL.into_iter().find(|&command| self.of(command).iter().any(|of| of == name))
    }

    /// The key that the reader has chosen for a command; `None` for the one that it has at first.
    pub fn own(&self, command: Command) -> Option<Key> {
        self.0.get(command as usize).copied().flatten()
    }

    /// The keys with another one for a command; or the command that has it, which keeps it. One that
    /// it has already changes nothing.
    pub fn with(self, command: Command, key: Key) -> Result<Keys, Command> {
        match self.command(&key.name()) {
            Some(other) if other != command => Err(other),
            Some(_) => Ok(self),
            None => Ok(self.put(command, Some(key))),
        }
    }

    /// The keys with another one for a command, whoever else has it; see [`Keys::settle`].
    pub(super) fn put(mut self, command: Command, key: Option<Key>) -> Keys {
        self.0[command as usize] = key.filter(|_| key != at_first(command));
        self
    }

    /// Lets each key do one thing: the later of two commands that want it has the one that it has at
    /// first. Answers those, with what they wanted.
    pub(super) fn settle(&mut self) -> Vec<(Command, Key)> {
        let mut refused = Vec::new();
        while let Some((command, key)) = self.doubled() {
            refused.push((command, key));
            *self = self.put(command, None);
        }
        refused
    }

    /// The last command that has a key of the reader's which another has too.
    fn doubled(&self) -> Option<(Command, Key)> {
        let own = Command::ALL.into_iter().rev().filter_map(|of| Some((of, self.own(of)?)));
        let is_doubled = |(command, key): &(Command, Key)| {
            let mut others = Command::ALL.into_iter().filter(|other| other != command);
            others.any(|other| self.of(other).contains(&key.name()))
        };
        own.into_iter().find(is_doubled)
    }
}

/// The key that a command has at first, if it is one that can be chosen.
fn at_first(command: Command) -> Option<Key> {
    Key::named(command.keys().first()?)
}
