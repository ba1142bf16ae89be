//! Which characters the codes of simple fonts are, and how characters are written plainly: as text has
//! them, not as a font draws them.

use encoding_rs::{MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro_syntax::object::Dict;

use super::super::paragraphs::one_line;
use super::fonts::{Encoding, encoding, is_of_signs};

/// Signs of Adobe's standard encoding that are not those of ASCII.
const STANDARD: &[(u8, char)] = &[
    (0x27, '’'),
    (0x60, '‘'),
    (0xa1, '¡'),
    (0xa2, '¢'),
    (0xa3, '£'),
    (0xa4, '⁄'),
    (0xa5, '¥'),
    (0xa6, 'ƒ'),
    (0xa7, '§'),
    (0xa8, '¤'),
    (0xa9, '\''),
    (0xaa, '“'),
    (0xab, '«'),
    (0xac, '‹'),
    (0xad, '›'),
    (0xae, 'ﬁ'),
    (0xaf, 'ﬂ'),
    (0xb1, '–'),
    (0xb2, '†'),
    (0xb3, '‡'),
    (0xb4, '·'),
    (0xb6, '¶'),
    (0xb7, '•'),
    (0xb8, '‚'),
    (0xb9, '„'),
    (0xba, '”'),
    (0xbb, '»'),
    (0xbc, '…'),
    (0xbd, '‰'),
    (0xbf, '¿'),
    (0xd0, '—'),
    (0xe1, 'Æ'),
    (0xe3, 'ª'),
    (0xe8, 'Ł'),
    (0xe9, 'Ø'),
    (0xea, 'Œ'),
    (0xeb, 'º'),
    (0xf1, 'æ'),
    (0xf5, 'ı'),
    (0xf8, 'ł'),
    (0xf9, 'ø'),
    (0xfa, 'œ'),
    (0xfb, 'ß'),
];

/// Names of glyphs that are no letters. A letter is named by itself, with its accent behind it.
const NAMES: &str = "space  exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' \
    parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 \
    three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > \
    question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` \
    braceleft { bar | braceright } asciitilde ~ quoteleft ‘ quoteright ’ quotedblleft “ \
    quotedblright ” quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » guilsinglleft ‹ \
    guilsinglright › endash – emdash — bullet • periodcentered · middot · ellipsis … dagger † \
    daggerdbl ‡ section § paragraph ¶ copyright © registered ® trademark ™ degree ° plusminus ± \
    multiply × divide ÷ minus − mu µ sterling £ yen ¥ Euro € cent ¢ currency ¤ florin ƒ fraction ⁄ \
    onehalf ½ onequarter ¼ threequarters ¾ onesuperior ¹ twosuperior ² threesuperior ³ ordfeminine ª \
    ordmasculine º exclamdown ¡ questiondown ¿ perthousand ‰ fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ AE Æ ae æ \
    OE Œ oe œ Oslash Ø oslash ø germandbls ß dotlessi ı Eth Ð eth ð Thorn Þ thorn þ Lslash Ł lslash ł \
    Agrave À Aacute Á Acircumflex Â Atilde Ã Adieresis Ä Aring Å Ccedilla Ç Egrave È Eacute É \
    Ecircumflex Ê Edieresis Ë Igrave Ì Iacute Í Icircumflex Î Idieresis Ï Ntilde Ñ Ograve Ò Oacute Ó \
    Ocircumflex Ô Otilde Õ Odieresis Ö Ugrave Ù Uacute Ú Ucircumflex Û Udieresis Ü Yacute Ý agrave à \
    aacute á acircumflex â atilde ã adieresis ä aring å ccedilla ç egrave è eacute é ecircumflex ê \
    edieresis ë igrave ì iacute í icircumflex î idieresis ï ntilde ñ ograve ò oacute ó ocircumflex ô \
    otilde õ odieresis ö ugrave ù uacute ú ucircumflex û udieresis ü yacute ý ydieresis ÿ amacron ā \
    emacron ē imacron ī omacron ō umacron ū Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č \
    caron ˇ ecaron ě alpha α beta β gamma γ delta δ epsilon ε theta θ lambda λ pi π sigma σ omega ω \
    Delta Δ Sigma Σ Omega Ω infinity ∞ notequal ≠ lessequal ≤ greaterequal ≥ summation ∑ radical √ \
    arrowright → arrowleft ← blackcircle ● blacksquare ■ square □";

/// The Chinese characters that the radicals of the dictionary are: U+2F00 and on.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The other radicals that fonts show in place of characters.
const MORE_RADICALS: &str = "⺟母⺠民⻅见⻆角⻉贝⻋车⻓长⻔门⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺁厂⺎尢⻘青";

/// What each code of a simple font shows, as far as its encoding says it.
pub fn of_simple(font: &Dict<'_>) -> [Option<char>; 256] {
    let Encoding { base, differences } = encoding(font);
    // A font of signs that names no encoding has one of its own, which only its drawings know; but
    // programs call fonts so that are none, and then the codes are those of ASCII.
    let knows_ascii_only = base.is_none() && is_of_signs(font);
    let mut characters = [None; 256];
    for (code, character) in (0u8..=255).zip(&mut characters) {
        let encoding = match base.as_deref() {
            Some(b"WinAnsiEncoding") => Some(WINDOWS_1252),
            Some(b"MacRomanEncoding") => Some(MACINTOSH),
            _ => None,
        };
        *character = match encoding {
            Some(encoding) => encoding.decode_without_bom_handling(&[code]).0.chars().next(),
            None => {
                let standard =
                    STANDARD.iter().find(|&&(other, _)| other == code && !knows_ascii_only);
                standard.map(|&(_, c)| c).or_else(|| code.is_ascii().then(|| char::from(code)))
            }
        }
        .filter(|c| !c.is_control());
    }
    for (code, name) in differences {
        characters[usize::from(code)] = named(&name);
    }
    characters
}

/// The character that the name of a glyph says.
fn named(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let [letter] = name.as_bytes() {
        return Some(char::from(*letter)).filter(char::is_ascii_alphanumeric);
    }
    let mut names = NAMES.split(' ').filter(|word| !word.is_empty());
    if name == "space" || name == "nbspace" {
        return Some(' ');
    }
    names.next();
    while let (Some(known), Some(character)) = (names.next(), names.next()) {
        if known == name {
            return character.chars().next();
        }
    }
    let code = name
        .strip_prefix("uni")
        .and_then(|code| code.get(..4))
        .or_else(|| name.strip_prefix('u'))?;
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32).map(plain)
}

/// The letters of a ligature, else the character itself.
pub fn spelled(c: char) -> String {
    match c {
        'ﬀ' => "ff".to_string(),
        'ﬁ' => "fi".to_string(),
        'ﬂ' => "fl".to_string(),
        'ﬃ' => "ffi".to_string(),
        'ﬄ' => "ffl".to_string(),
        c => c.to_string(),
    }
}

/// A character as text has it. Fonts draw a character and the radical that looks like it with one glyph,
/// and programs name the wrong one; marks have other forms in lines that run down.
pub fn plain(c: char) -> char {
    let at = c as u32;
    match c {
        '\u{2f00}'..='\u{2fd5}' => RADICALS.chars().nth((at - 0x2f00) as usize).unwrap_or(c),
        '\u{2e80}'..='\u{2ef3}' => {
            let mut pairs = MORE_RADICALS.chars();
            while let (Some(radical), Some(character)) = (pairs.next(), pairs.next()) {
                if radical == c {
                    return character;
                }
            }
            c
        }
        '\u{fe10}'..='\u{fe19}' => {
            "，、。：；！？〖〗…".chars().nth((at - 0xfe10) as usize).unwrap_or(c)
        }
        '\u{fe30}'..='\u{fe44}' => "‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』"
            .chars()
            .nth((at - 0xfe30) as usize)
            .unwrap_or(c),
        '\u{fe47}' => '［',
        '\u{fe48}' => '］',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
        c => c,
    }
}

/// A text that the file says of itself: in UTF-16 or UTF-8 with a mark before it, else in an encoding
/// of its own, which is nearly Latin.
pub fn of_the_file(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, ..] => UTF_16BE.decode(bytes).0,
        [0xff, 0xfe, ..] => UTF_16LE.decode(bytes).0,
        _ => match std::str::from_utf8(bytes) {
            Ok(_) => UTF_8.decode(bytes).0,
            // Older programs in China wrote what their system did.
            Err(_) => {
                match encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(bytes) {
                    Some(text) => text,
                    None => WINDOWS_1252.decode(bytes).0,
                }
            }
        },
    };
    one_line(&text.replace(|c: char| c.is_control() && !c.is_whitespace(), ""))
}
