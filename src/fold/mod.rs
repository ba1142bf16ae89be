//! Which characters count as the same when searching, as tables, made at build time from open data:
//! Unicode's compatibility decompositions (full width, Kangxi radicals, compatibility ideographs),
//! its ideographs for the other radicals, its lower case, and OpenCC's characters from traditional
//! to simplified (`TSCharacters.txt` beside this file, Apache-2.0, github.com/ByVoid/OpenCC).

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// OpenCC's table: a line is a traditional character, a tab, its simplified forms, the usual
/// one first.
const TRADITIONAL: &str = include_str!("TSCharacters.txt");

/// Variants of which OpenCC's table of the script knows neither or only one (its `TWVariants` and
/// `HKVariants`): the variant, then the usual character.
const VARIANTS: &str = "擡抬簷檐痺痹睪睾粧妆敍叙枱台糭粽衞卫";

/// Radicals and strokes of their own code that look like characters, and these (Unicode's
/// EquivalentUnifiedIdeograph, version 15), as far as no compatibility decomposition says it.
const RADICALS: &str = "\
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺\
    ⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤\
    ⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马\
    ⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀\
    ㇞𠃑㇟乚㇠乙㇡𠄎";

/// Marks of one kind: the first of each word stands for all of it.
const MARKS: &str = "\"“”„‟〝〞〟「」『』﹁﹂﹃﹄ '‘’‚‛ (（﹙〔﹝⟮ )）﹚〕﹞⟯ [【〖［﹇ ]】〗］﹈ 《〈«‹⟪⟨ 》〉»›⟫⟩ -‐‑‒–—―−─━﹘⸺⸻ \
    ·•‧∙⋅・･⸱ …⋯┅‥ ~～〜∼";

/// The tables in the form that [`Fold::new`](crate::engine::Fold::new) reads, as bytes. For each of
/// the folds in the order of [`Folds`](crate::engine::Folds) (width, case, script, variants, marks)
/// there are two lists, without the characters that stay as they are: by how much the code of each
/// is greater than the one before, and by how much its way, from it to what it becomes, is longer
/// than the way before. Most of these numbers are small or alike: less than half of the size of the
/// characters themselves when compressed. Only the characters that are wanted are in them.
pub fn tables(is_wanted: impl Fn(char) -> bool) -> Vec<u8> {
    let simplified: HashMap<char, char> = TRADITIONAL.lines().filter_map(simplification).collect();
    let variants: HashMap<char, char> = pairs(VARIANTS).chain(pairs(RADICALS)).collect();
    let marks: HashMap<char, char> = MARKS.split_whitespace().flat_map(alike).collect();
    let width = |c: char| if is_width(c) { plain(c) } else { c };
    let variant = |c: char| match variants.get(&c) {
        Some(&usual) => usual,
        None if is_width(c) => c,
        None => plain(c),
    };
    let simple = |c: char| simplified.get(&c).copied().unwrap_or(c);
    let mark = |c: char| marks.get(&c).copied().unwrap_or(c);
    let folds: [&dyn Fn(char) -> char; 5] = [&width, &lower, &simple, &variant, &mark];
    let tables = folds.map(|fold| {
        let (mut codes, mut ways): (Vec<u32>, Vec<i32>) = Default::default();
        let (mut last_code, mut last_way) = (0, 0);
        for c in char::MIN..=char::MAX {
            let folded = fold(c);
            if folded != c && !folded.is_whitespace() && is_wanted(c) {
                let (code, way) = (u32::from(c), folded as i32 - c as i32);
                codes.push(code - last_code);
                ways.push(way - last_way);
                (last_code, last_way) = (code, way);
            }
        }
        (codes, ways)
    });
    // Writing plain data to memory has no way to fail.
    postcard::to_allocvec(&tables).unwrap_or_default()
}

/// A character of another width: the forms of full and half width that Unicode has for old
/// encodings.
fn is_width(c: char) -> bool {
    ('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// The first of some marks stands for each of them.
fn alike(marks: &str) -> impl Iterator<Item = (char, char)> {
    let first = marks.chars().next();
    marks.chars().skip(1).zip(std::iter::repeat(first)).filter_map(|(c, first)| Some((c, first?)))
}

/// The characters of a text, two by two.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().step_by(2).zip(text.chars().skip(1).step_by(2))
}

/// The two characters of a line of OpenCC's table; `None` for its comments.
fn simplification(line: &str) -> Option<(char, char)> {
    let (traditional, simplified) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    Some((one(traditional.chars())?, simplified.chars().next()?))
}

/// The compatibility form, where it is one character.
fn plain(c: char) -> char {
    one(std::iter::once(c).nfkc()).unwrap_or(c)
}

/// The lower case, where it is one character.
fn lower(c: char) -> char {
    one(c.to_lowercase()).unwrap_or(c)
}

fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}
