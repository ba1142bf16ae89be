//! Whose a block is, and the order in which a person reads: headline, lede, sections under their
//! headings in the order in which the headings were printed, pictures last.

use super::super::corpus::{Article, Block, Page, Role};
use super::galleys::{Setting, galleys, units};
use super::rest;
use super::roles;
use super::sections::{Head, Pairs, Unit, sections};
use super::voices::{paired, patterned, speakers};

/// Fills in the page's articles, title and reading order, and the roles that only the whole page
/// shows: which headings are headlines, kickers, captions.
pub fn arrange(page: &mut Page, settings: &[Setting]) {
    if page.blocks.len() > LARGEST || !is_newspaper(&page.blocks, settings) {
        return as_it_stands(page, settings);
    }
    let blocks = &mut page.blocks;
    let speakers = speakers(blocks);
    let patterned = if speakers.is_empty() { Vec::new() } else { patterned(blocks) };
    let galleys = galleys(blocks, settings, &patterned);
    let is_placed = |i: &usize| galleys.iter().any(|galley| galley.contains(i));
    let is_torn =
        |i: &usize| blocks[*i].role == Role::Subhead && !is_placed(i) && !patterned.contains(i);
    let torn: Vec<usize> = (0..blocks.len()).filter(is_torn).collect();
    let units = units(&galleys, blocks, settings);
    let said = Pairs::new(&units, blocks);
    let heads = heads(blocks, settings, &torn, &units, &said);
    let main = main_lines(&heads);
    // The mark above a box of statements is its headline.
    let is_mark = |i: &usize| !speakers.is_empty() && blocks[*i].text.starts_with('■');
    let mark = (0..blocks.len()).find(is_mark);
    // What has a shadow and is no headline stands on a picture.
    let is_head = |i: &&usize| !settings[**i].shadowed || heads.contains(i);
    let mut over: Vec<usize> =
        torn.iter().filter(is_head).chain(&speakers).chain(&mark).copied().collect();
    over.sort_unstable();
    let kind = |heading: &usize| match heads.iter().position(|head| head == heading) {
        Some(line) if line < main => Head::Main,
        Some(_) => Head::Other,
        None if mark == Some(*heading) => Head::Other,
        None if speakers.contains(heading) => Head::Speaker,
        None => Head::Section,
    };
    let kinds: Vec<Head> = over.iter().map(kind).collect();
    let chosen: Vec<Option<usize>> = sections(&units, &over, &kinds, blocks, &said)
        .into_iter()
        .map(|heading| heading.map(|h| over[h]))
        .collect();
    if let Some(mark) = mark {
        blocks[mark].set(Role::Headline, 70);
    }
    name_the_rest(blocks, settings, &torn, &chosen);
    let pairs = paired(&patterned, &speakers, &chosen, &units, blocks, &said);
    let mut stories = stories(blocks, &units, &chosen, &pairs, heads.is_empty());
    rest::gather(blocks, &mut stories);
    page.articles = stories.iter().map(|story| story.article(blocks)).collect();
    page.reading_order = page.articles.iter().flat_map(|article| article.blocks.clone()).collect();
    let title = page.articles.iter().map(|article| &article.title).find(|title| !title.is_empty());
    page.title = title.cloned().unwrap_or_else(|| first_words(blocks));
}

/// Arranges a text that is no newspaper page, because it was not set in columns or is too long:
/// everything is read where it stands, and a heading at the top is its title.
fn as_it_stands(page: &mut Page, settings: &[Setting]) {
    let order: Vec<u32> = (0..page.blocks.len() as u32).collect();
    // Nothing is torn here, so that a short line is a heading only if it looks like nothing else.
    for (i, (block, setting)) in page.blocks.iter_mut().zip(settings).enumerate() {
        let guessed =
            matches!(block.role, Role::Subhead | Role::Label | Role::Caption | Role::Kicker);
        if guessed && !roles::is_page_number(&block.text) {
            let title = roles::is_title(&block.text, setting.alone || i == 0);
            block.set(if title { Role::Subhead } else { Role::Body }, 75);
        }
    }
    if let Some(first) = page.blocks.first_mut().filter(|first| first.role == Role::Subhead) {
        first.set(Role::Headline, 80);
        page.title = first.unmarked().to_owned();
    }
    let byline = page.blocks.iter().find(|block| block.role == Role::Byline);
    if !order.is_empty() {
        page.articles = vec![Article {
            title: page.title.clone(),
            byline: byline.map(|block| block.text.clone()).unwrap_or_default(),
            blocks: order.clone(),
        }];
    }
    if page.title.is_empty() {
        page.title = first_words(&page.blocks);
    }
    page.reading_order = order;
}

/// Whether a page was set in columns as newspapers are: half of its blocks show one, and some of
/// them run over several lines of it.
fn is_newspaper(blocks: &[Block], settings: &[Setting]) -> bool {
    let is_set = settings.iter().filter(|setting| setting.column.is_some()).count();
    let lines = |block: &Block| block.origin.chunk_by(|a, b| a.line == b.line).count();
    let runs = |(block, setting): &(&Block, &Setting)| {
        setting.column.is_some() && block.role == Role::Body && lines(block) >= LONG
    };
    let long = blocks.iter().zip(settings).filter(runs).count();
    is_set * 2 >= blocks.len() && long >= SEVERAL
}

/// A paragraph of so many lines shows that the page is set in columns.
const LONG: usize = 3;

/// A newspaper page has so many of them.
const SEVERAL: usize = 3;

/// No newspaper page has more blocks than this.
pub const LARGEST: usize = 1000;

/// A headline has no more lines than this.
const LINES: usize = 2;

/// What becomes an article; blocks by index.
#[derive(Default)]
pub struct Story {
    /// What leads to it: kickers, headline, byline, labels.
    pub lead: Vec<usize>,
    /// Its running text with its headings, in reading order.
    pub text: Vec<usize>,
    /// What goes with its pictures.
    pub tail: Vec<usize>,
}

impl Story {
    fn article(&self, blocks: &[Block]) -> Article {
        let mut lead = self.lead.clone();
        let head = |i: usize| blocks[i].role == Role::Headline;
        let is_below =
            |i: usize| self.lead.iter().any(|&h| head(h) && (h + 1..=h + 2).contains(&i));
        lead.sort_by_key(|&i| (lead_rank(&blocks[i], is_below(i)), i));
        let order: Vec<usize> = lead.iter().chain(&self.text).chain(&self.tail).copied().collect();
        let of = |role| {
            order.iter().filter(move |&&i| blocks[i].role == role).map(|&i| blocks[i].text.as_str())
        };
        // A headline may be of several lines; an article without one goes by its first section.
        let headline: Vec<&str> = of(Role::Headline).collect();
        Article {
            title: if headline.is_empty() {
                of(Role::Subhead).next().unwrap_or_default().to_owned()
            } else {
                headline.join(" ")
            },
            byline: of(Role::Byline)
                .find(|line| !roles::is_speaker(line))
                .unwrap_or_default()
                .to_owned(),
            blocks: order.into_iter().map(|i| i as u32).collect(),
        }
    }
}

/// Labels that stand above the lede; others stand above the headline.
const LEDES: [&str; 6] = ["核心提示", "内容提要", "阅读提示", "编者按", "导读", "摘要"];

/// A kicker that opens with a dash stands below its headline, and so does one right below it in
/// the source (`is_below`); any other stands above.
fn lead_rank(block: &Block, is_below: bool) -> u32 {
    match block.role {
        Role::Label if LEDES.contains(&block.text.as_str()) => 5,
        Role::Label => 0,
        Role::Kicker if !block.text.starts_with('—') && !is_below => 1,
        Role::Headline => 2,
        Role::Kicker => 3,
        _ => 4,
    }
}

/// The headings that are headlines: with a reporter's byline or a line that opens with a dash
/// below them; above a lede, or at the top of a frame; two for one galley that has sections.
fn heads(
    blocks: &mut [Block],
    settings: &[Setting],
    torn: &[usize],
    units: &[Unit],
    pairs: &Pairs,
) -> Vec<usize> {
    let texts: Vec<&str> = torn.iter().map(|&i| blocks[i].text.as_str()).collect();
    let fits = pairs.fits(&texts);
    let mut heads = Vec::new();
    for (h, &i) in torn.iter().enumerate() {
        let top = (0..=i).rev().take_while(|j| torn.contains(j)).last().unwrap_or(i);
        let is_head = match blocks.get(i + 1) {
            Some(next) if next.role == Role::Kicker => true,
            Some(next) if next.role == Role::Byline => next.text.contains("记者"),
            Some(next) if next.role == Role::Body => {
                i - top < LINES && (settings[i + 1].is_lede || settings[top].frame || top == 0)
            }
            _ => false,
        };
        // What stands above a galley with sections of its own, by what it says.
        let best = |h: usize| (0..units.len()).max_by(|&a, &b| fits[a][h].total_cmp(&fits[b][h]));
        let above = best(h).is_some_and(|u| units[u].has_sections && fits[u][h] > 3.0);
        let and_next = torn.get(h + 1) == Some(&(i + 1)) && best(h) == best(h + 1);
        if is_head {
            // Where there is more than one line, the headline has all of them.
            heads.extend(if i - top < LINES { top..=i } else { i..=i });
        } else if above && and_next {
            heads.push(i);
            blocks[i + 1].set(Role::Kicker, 70);
        }
    }
    for &head in &heads {
        blocks[head].set(Role::Headline, 85);
    }
    heads
}

/// How many lines the first headline has.
fn main_lines(heads: &[usize]) -> usize {
    heads.chunk_by(|a, b| a + 1 == *b).next().map_or(0, <[_]>::len)
}

/// The articles: one for each headline (of one line or more), in the order of the headlines.
/// `pairs`: those who speak, each with the heading above. `is_headless`: the first article has no
/// headline.
fn stories(
    blocks: &[Block],
    units: &[Unit],
    chosen: &[Option<usize>],
    pairs: &[(usize, usize)],
    is_headless: bool,
) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    if is_headless {
        stories.push(Story::default());
    }
    for i in 0..blocks.len() {
        if blocks[i].role == Role::Headline {
            let goes_on = i > 0 && blocks[i - 1].role == Role::Headline;
            if !goes_on {
                stories.push(Story::default());
            }
            let below = (i + 1..blocks.len()).take_while(|&j| {
                matches!(blocks[j].role, Role::Kicker | Role::Byline | Role::Label)
            });
            if let Some(story) = stories.last_mut() {
                story.lead.push(i);
                story.lead.extend(below);
            }
        }
    }
    // What has no heading comes first: the lede; then the sections as their headings stand.
    let mut parts: Vec<(usize, usize, usize)> = Vec::new();
    for (u, unit) in units.iter().enumerate() {
        let own = chosen[u]
            .and_then(|heading| stories.iter().position(|story| story.lead.contains(&heading)));
        if let Some(&(_, above)) = pairs.iter().find(|pair| Some(pair.0) == chosen[u]) {
            parts.push((stories.len() - 1, above + 1, u));
            continue;
        }
        let inline = unit.has_sections.then_some(unit.blocks[0]).filter(|_| own.is_none());
        let heading = chosen[u].filter(|_| own.is_none()).or(inline);
        parts.push((own.unwrap_or(0), heading.map_or(0, |heading| heading + 1), u));
    }
    parts.sort_unstable();
    for (story, heading, u) in parts {
        let text = &mut stories[story].text;
        let speaker = chosen[u].filter(|speaker| pairs.iter().any(|pair| pair.0 == *speaker));
        for head in heading.checked_sub(1).into_iter().chain(speaker) {
            if !units[u].blocks.contains(&head) && !text.contains(&head) {
                text.push(head);
            }
        }
        text.extend(&units[u].blocks);
    }
    stories
}

/// Headings that belong over no text: before all text and at the top of a frame they lead to the
/// headline, elsewhere they say what a picture shows.
fn name_the_rest(
    blocks: &mut [Block],
    settings: &[Setting],
    torn: &[usize],
    chosen: &[Option<usize>],
) {
    let first = blocks.iter().position(|block| block.role == Role::Body).unwrap_or(blocks.len());
    for &i in torn {
        if blocks[i].role == Role::Subhead && !chosen.contains(&Some(i)) {
            let leads = i < first || settings[i].frame;
            blocks[i].set(if leads { Role::Kicker } else { Role::Caption }, 65);
        } else if blocks[i].role == Role::Subhead {
            blocks[i].sure = 90;
        }
    }
}

/// The first clause of the page, for a page without a heading; at most 24 characters.
fn first_words(blocks: &[Block]) -> String {
    let text = blocks.first().map_or("", |block| block.text.as_str());
    let clause = text.split(['，', '。', '；', '？', '！']).next().unwrap_or(text);
    clause.chars().take(24).collect()
}
