//! What is drawn on a page: its glyphs, each a character with its place, in the order of the drawing.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::super::Cause;
use super::budget::Budget;
use super::fonts::Font;

/// How deep drawings may stand in each other.
const DEPTH: usize = 12;

/// How many states of the drawing are kept at most, to come back to.
const STATES: usize = 512;

/// How many bytes a step of the drawing counts for.
const STEP: u64 = 8;

/// A character on a page. Places are in points from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub character: char,
    /// Where it begins: on the line that it stands on, or on the middle line of a column.
    pub x: f64,
    pub y: f64,
    /// The direction of its line, in degrees clockwise: 0 goes right, 90 down.
    pub turn: i32,
    /// How far it goes on.
    pub length: f64,
    /// The size of its type.
    pub size: f64,
}

/// A map of the plane: `x' = ax + cy + e`, `y' = bx + dy + f`.
#[derive(Debug, Clone, Copy)]
struct Map([f64; 6]);

impl Map {
    const SAME: Map = Map([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then the other.
    fn then(self, other: Map) -> Map {
        let Map([a, b, c, d, e, f]) = self;
        let (x, y) = other.turn(a, b);
        let (z, w) = other.turn(c, d);
        let (e, f) = other.place(e, f);
        Map([x, y, z, w, e, f])
    }

    fn place(self, x: f64, y: f64) -> (f64, f64) {
        let (turned_x, turned_y) = self.turn(x, y);
        (turned_x + self.0[4], turned_y + self.0[5])
    }

    fn turn(self, x: f64, y: f64) -> (f64, f64) {
        let Map([a, b, c, d, _, _]) = self;
        (a * x + c * y, b * x + d * y)
    }
}

/// The state of the drawing as far as text needs it.
#[derive(Clone)]
struct State {
    map: Map,
    font: Option<Rc<Font>>,
    size: f64,
    between_characters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Reads the pages of a file one after the other.
pub struct Reading {
    budget: Budget,
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
    /// How many glyphs are known, and how many are not.
    pub known: u64,
    pub unknown: u64,
    /// How many pictures were drawn.
    pub pictures: u64,
    glyphs: Vec<Glyph>,
}

impl Reading {
    /// Begins, with what may come out.
    pub fn new(budget: Budget) -> Reading {
        Reading {
            budget,
            fonts: HashMap::new(),
            known: 0,
            unknown: 0,
            pictures: 0,
            glyphs: Vec::new(),
        }
    }

    /// The glyphs of a page.
    pub fn page(&mut self, page: &Page<'_>) -> Result<Vec<Glyph>, Cause> {
        self.budget.spend(100)?;
        let mut content = Vec::new();
        if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
            content.extend_from_slice(&self.budget.decode(&stream)?.unwrap_or_default());
        } else if let Some(streams) = page.raw().get::<Array<'_>>("Contents") {
            for stream in streams.iter::<Stream<'_>>() {
                content.extend_from_slice(&self.budget.decode(&stream)?.unwrap_or_default());
                content.push(b' ');
            }
        }
        let state = State {
            map: Map(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            between_characters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.draw(&content, page.resources(), state, 0)?;
        Ok(std::mem::take(&mut self.glyphs))
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        mut state: State,
        depth: usize,
    ) -> Result<(), Cause> {
        let mut kept: Vec<State> = Vec::new();
        let (mut text, mut line) = (Map::SAME, Map::SAME);
        let mut steps = UntypedIter::new(content);
        while let Some(step) = steps.next() {
            self.budget.spend(STEP)?;
            let operands: Vec<&Object<'_>> = step.operands().collect();
            let number = |at: usize| match operands.get(at) {
                Some(Object::Number(number)) => number.as_f64(),
                _ => 0.0,
            };
            let map = || Map([number(0), number(1), number(2), number(3), number(4), number(5)]);
            match &step.operator[..] {
                b"q" if kept.len() < STATES => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => state.map = map().then(state.map),
                b"BT" => (text, line) = (Map::SAME, Map::SAME),
                b"Tc" => state.between_characters = number(0),
                b"Tw" => state.between_words = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tf" => {
                    if let Some(Object::Name(name)) = operands.first() {
                        state.font = self.font(resources, name)?;
                    }
                    state.size = number(1);
                }
                b"Td" | b"TD" => {
                    if &step.operator[..] == b"TD" {
                        state.leading = -number(1);
                    }
                    line = Map([1.0, 0.0, 0.0, 1.0, number(0), number(1)]).then(line);
                    text = line;
                }
                b"Tm" => (text, line) = (map(), map()),
                b"T*" | b"'" | b"\"" => {
                    if &step.operator[..] == b"\"" {
                        (state.between_words, state.between_characters) = (number(0), number(1));
                    }
                    line = Map([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading]).then(line);
                    text = line;
                    if let Some(Object::String(string)) = operands.last() {
                        self.show(string.as_bytes(), &state, &mut text)?;
                    }
                }
                b"Tj" => {
                    if let Some(Object::String(string)) = operands.first() {
                        self.show(string.as_bytes(), &state, &mut text)?;
                    }
                }
                b"TJ" => {
                    let Some(Object::Array(array)) = operands.first() else { continue };
                    for object in array.iter::<Object<'_>>() {
                        match object {
                            Object::String(string) => {
                                self.show(string.as_bytes(), &state, &mut text)?
                            }
                            Object::Number(back) => {
                                let go_on = -back.as_f64() / 1000.0 * state.size;
                                go(&mut text, &state, go_on);
                            }
                            _ => {}
                        }
                    }
                }
                b"Do" => {
                    let Some(Object::Name(name)) = operands.first() else { continue };
                    if let Some(drawing) = resources.get_x_object(name) {
                        self.drawing(&drawing, resources, &state, depth)?;
                    }
                }
                b"BI" => self.pictures += 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// A drawing that stands in another, or a picture.
    fn drawing(
        &mut self,
        drawing: &Stream<'_>,
        outside: &Resources<'_>,
        state: &State,
        depth: usize,
    ) -> Result<(), Cause> {
        self.budget.spend(100)?;
        let kind = drawing.dict().get::<Name<'_>>("Subtype");
        match kind.as_ref().map(|kind| kind.as_ref()) {
            Some(b"Image") => self.pictures += 1,
            Some(b"Form") if depth < DEPTH => {
                let Some(content) = self.budget.decode(drawing)? else { return Ok(()) };
                let mut state = state.clone();
                if let Some(matrix) = drawing.dict().get::<Array<'_>>("Matrix") {
                    let mut map = Map::SAME;
                    for (to, from) in map.0.iter_mut().zip(matrix.iter::<Number>()) {
                        *to = from.as_f64();
                    }
                    state.map = map.then(state.map);
                }
                match drawing.dict().get::<Dict<'_>>("Resources") {
                    Some(own) => self.draw(&content, &Resources::new(own), state, depth + 1)?,
                    None => self.draw(&content, outside, state, depth + 1)?,
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The font of this name, read once.
    fn font(
        &mut self,
        resources: &Resources<'_>,
        name: &Name<'_>,
    ) -> Result<Option<Rc<Font>>, Cause> {
        let id = match resources.fonts.get_raw::<Dict<'_>>(name) {
            Some(MaybeRef::Ref(id)) => Some(ObjectIdentifier::from(id)),
            _ => None,
        };
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(font.clone()));
        }
        let Some(font) = resources.get_font(name) else { return Ok(None) };
        self.budget.spend(1000)?;
        let font = Rc::new(Font::new(&font, &mut self.budget)?);
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Ok(Some(font))
    }

    fn show(&mut self, bytes: &[u8], state: &State, text: &mut Map) -> Result<(), Cause> {
        let Some(font) = state.font.clone() else { return Ok(()) };
        self.budget.spend(bytes.len() as u64 * STEP)?;
        let down = font.is_vertical();
        font.show(bytes, |shown| {
            let em = if down { font.down } else { shown.width };
            let words = if shown.is_space { state.between_words } else { 0.0 };
            let whole = text.then(state.map);
            let place = whole.place(0.0, state.rise);
            let reach = if down { -em * state.size } else { em * state.size * state.stretch };
            let along = if down { whole.turn(0.0, reach) } else { whole.turn(reach, 0.0) };
            let towards =
                if down { whole.turn(0.0, -state.size) } else { whole.turn(state.size, 0.0) };
            let across =
                if down { whole.turn(state.size, 0.0) } else { whole.turn(0.0, state.size) };
            match shown.characters {
                Some(characters) => {
                    self.known += 1;
                    let count = characters.chars().count() as f64;
                    for (at, character) in characters.chars().enumerate() {
                        let share = at as f64 / count;
                        self.glyphs.push(Glyph {
                            character,
                            x: place.0 + along.0 * share,
                            y: place.1 + along.1 * share,
                            turn: turn(towards),
                            length: along.0.hypot(along.1) / count,
                            size: across.0.hypot(across.1),
                        });
                    }
                }
                // A glyph without a width is a mark of the font, not a character.
                None if em > 0.0 => self.unknown += 1,
                None => {}
            }
            let go_on = em * state.size + state.between_characters + words;
            go(
                text,
                state,
                if down { -(em * state.size) + state.between_characters + words } else { go_on },
            );
        });
        Ok(())
    }
}

/// Goes on along the line.
fn go(text: &mut Map, state: &State, distance: f64) {
    let down = state.font.as_ref().is_some_and(|font| font.is_vertical());
    let (x, y) = if down { (0.0, distance) } else { (distance * state.stretch, 0.0) };
    *text = Map([1.0, 0.0, 0.0, 1.0, x, y]).then(*text);
}

/// The direction in degrees; what is nearly straight is.
fn turn((x, y): (f64, f64)) -> i32 {
    let degrees = y.atan2(x).to_degrees();
    if !degrees.is_finite() {
        return 0;
    }
    let straight = (degrees / 90.0).round() * 90.0;
    let turn =
        if (degrees - straight).abs() < 8.0 { straight } else { (degrees / 5.0).round() * 5.0 };
    (turn as i32).rem_euclid(360)
}
