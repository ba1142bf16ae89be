//! What goes with the articles and is no running text: pictures with their captions and credits,
//! boxes, labels, names at the end.

use super::super::corpus::{Block, Role};
use super::articles::Story;
use super::sections::{Pairs, Unit};

/// A label stands so near to the headline it belongs to, in blocks.
const NEAR: usize = 2;

/// By how much the words of a caption must speak for one article rather than another.
const CLEARLY: f64 = 1.3;

/// How much more a word of a headline says than one of the text.
const HEADLINE: f64 = 2.0;

/// Puts every block that is in no article yet into one: captions by what they speak of, labels to
/// the headline near by, all else to the article whose blocks it stands among. What nothing ties
/// goes with the first article.
pub fn gather(blocks: &[Block], stories: &mut [Story]) {
    let mut story_of = vec![None; blocks.len()];
    for (s, story) in stories.iter().enumerate() {
        for &i in story.lead.iter().chain(&story.text) {
            story_of[i] = Some(s);
        }
    }
    let left: Vec<usize> = (0..blocks.len()).filter(|&i| story_of[i].is_none()).collect();
    let spoken_of = spoken_of(blocks, stories, &left);
    let leads: Vec<Vec<usize>> = stories.iter().map(|story| story.lead.clone()).collect();
    let (mut before, mut caption) = (0, 0);
    for i in 0..blocks.len() {
        if let Some(story) = story_of[i] {
            before = story;
            continue;
        }
        let near = |lead: &Vec<usize>| lead.iter().any(|&j| j.abs_diff(i) <= NEAR);
        let above_box =
            blocks[i].role == Role::Label && i > 0 && blocks[i - 1].role == Role::Sidebar;
        let s = match blocks[i].role {
            Role::Caption => spoken_of[i].unwrap_or(0),
            Role::Credit if i > 0 && blocks[i - 1].role == Role::Caption => caption,
            Role::Label if !above_box => leads.iter().position(near).unwrap_or(0),
            _ => before,
        };
        caption = s;
        let story = &mut stories[s];
        let signs = blocks[i].role == Role::Byline && i > 0;
        let boxed = story.tail.iter().position(|&j| blocks[j].role == Role::Sidebar);
        match story.text.iter().position(|&j| signs && j + 1 == i) {
            // A name under the last paragraph signs it.
            Some(at) => story.text.insert(at + 1, i),
            // The name of a box comes out below it and is read above it.
            None if above_box => story.tail.insert(boxed.unwrap_or(0), i),
            None if matches!(blocks[i].role, Role::Kicker | Role::Label) => story.lead.push(i),
            None => story.tail.push(i),
        }
    }
}

/// For each of the blocks `left` the story whose text or headlines speak clearly of the same.
fn spoken_of(blocks: &[Block], stories: &[Story], left: &[usize]) -> Vec<Option<usize>> {
    let of = |(s, story): (usize, &Story)| -> Vec<(usize, usize)> {
        story.lead.iter().chain(&story.text).map(|&i| (s, i)).collect()
    };
    let all: Vec<(usize, usize)> = stories.iter().enumerate().flat_map(of).collect();
    let unit = |&(_, i): &(usize, usize)| Unit { blocks: vec![i], ..Unit::default() };
    let units: Vec<Unit> = all.iter().map(unit).collect();
    let texts: Vec<&str> = left.iter().map(|&i| blocks[i].text.as_str()).collect();
    let fits = Pairs::new(&units, blocks).fits(&texts);
    let mut spoken_of = vec![None; blocks.len()];
    for (t, &i) in left.iter().enumerate() {
        let best = |s: usize| {
            let of = all.iter().zip(&fits).filter(|((story, _), _)| *story == s);
            of.map(|((_, i), fits)| {
                fits[t] * if stories[s].lead.contains(i) { HEADLINE } else { 1.0 }
            })
            .fold(0.0, f64::max)
        };
        let mut ranked: Vec<(f64, usize)> = (0..stories.len()).map(|s| (best(s), s)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = ranked.get(1).map_or(0.0, |second| second.0);
        spoken_of[i] = ranked.first().filter(|best| best.0 > second * CLEARLY).map(|best| best.1);
    }
    spoken_of
}
