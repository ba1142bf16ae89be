//! The texts that a block of the open article is made of on the page: what stands above the lines, to
//! say how they are read aloud, is not of them.

use gloo::utils::document;
use web_sys::{Element, Node, Range};

use crate::ui::components::block_id;

/// What stands above the lines.
const ABOVE: &str = "RT";

/// A text of the page, and how many units of UTF-16 it has.
pub type Text = (Node, u32);

/// The texts of a block, in their order; none where the block is not there.
pub fn texts_of(block: u32) -> Vec<Text> {
    let block = document().get_element_by_id(&block_id(block as usize));
    block.map(|block| texts(&block)).unwrap_or_default()
}

/// The texts in an element, in their order.
pub fn texts(element: &Element) -> Vec<Text> {
    let mut found = Vec::new();
    add(element, &mut found);
    found
}

/// How many units of UTF-16 they have in all.
pub fn units(element: &Element) -> u32 {
    texts(element).iter().map(|(_, units)| units).sum()
}

fn add(node: &Node, found: &mut Vec<Text>) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        if child.node_type() == Node::TEXT_NODE {
            let text = child.node_value().unwrap_or_default();
            found.push((child, text.encode_utf16().count() as u32));
        } else if child.node_name() != ABOVE {
            add(&child, found);
        }
    }
}

/// A way through the texts of a block, from one place to later ones.
pub struct Places {
    texts: Vec<Text>,
    /// The text that was come to, and how many units go before it.
    at: usize,
    before: u32,
}

impl Places {
    /// From the beginning of the block with this number.
    pub fn new(block: u32) -> Places {
        Places { texts: texts_of(block), at: 0, before: 0 }
    }

    /// The text that a place is in, and how far in it; at the end of one and the beginning of the next,
    /// the next if it `begins` there. Places must be asked for in their order. `None` where the block
    /// has no text.
    pub fn point(&mut self, place: u32, begins: bool) -> Option<(Node, u32)> {
        while self.at + 1 < self.texts.len() {
            let end = self.before + self.texts[self.at].1;
            if place < end || place == end && !begins {
                break;
            }
            (self.at, self.before) = (self.at + 1, end);
        }
        let (node, units) = self.texts.get(self.at)?;
        Some((node.clone(), place.saturating_sub(self.before).min(*units)))
    }
}

/// How many units of its block go before a place of the page.
pub fn units_before(block: &Element, node: &Node, offset: u32) -> Option<u32> {
    let to: Range = document().create_range().ok()?;
    to.set_start(block, 0).ok()?;
    to.set_end(node, offset).ok()?;
    let mut units = 0;
    for (text, length) in texts(block) {
        if text.is_same_node(Some(node)) {
            return Some(units + offset.min(length));
        }
        // Before the end of the range or after it.
        if to.compare_point(&text, 0).ok()? > 0 {
            break;
        }
        units += length;
    }
    Some(units)
}
