//! Which texts are to be restored: those that were cut, spaced or doubled, and no others.

use jianyue::import::is_damaged;

use crate::seeds;

#[track_caller]
fn check(text: &str, expected: bool) {
    assert_eq!(is_damaged(text), expected, "{text}");
}

/// A text in lines of so many characters, a paragraph after the other.
fn cut(text: &str, chars: usize) -> String {
    let mut lines = String::new();
    for paragraph in text.lines() {
        let paragraph: Vec<char> = paragraph.chars().collect();
        for line in paragraph.chunks(chars) {
            lines.extend(line);
            lines.push('\n');
        }
    }
    lines
}

/// Words in lines of so many columns.
fn wrapped(text: &str, columns: usize) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        if width + word.len() + 1 > columns {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += word.len();
    }
    lines
}

/// Made up, in the manner of a report.
const REPORT: &str = "园区今年三月开工建设，从落户到开工只用了两个月，当地为此设立了专门的服务窗口，企业的手续在一天之内办完。负责人说，下一步要继续改善营商环境，吸引更多企业前来。
第二期工程预计明年完工，届时将有四百家企业入驻，带动就业两万人，年产值超过一百亿元。为了解决人才不足的问题，园区与六所高校签订了合作协议，共同培养需要的人员。
与此同时，交通、教育、医疗等配套设施也在加快建设，两条地铁线路将在园区交汇，三所学校已经动工。";

/// The opening of Lu Xun's `故乡` (1921), whose author died in 1936.
const HOME: &str = "我冒了严寒，回到相隔二千余里，别了二十余年的故乡去。
时候既然是深冬；渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响，从篷隙向外一望，苍黄的天底下，远近横着几个萧索的荒村，没有一些活气。我的心禁不住悲凉起来了。
阿！这不是我二十年来时时记得的故乡？
我所记得的故乡全不如此。我的故乡好得多了。但要我记起他的美丽，说出他的佳处来，却又没有影像，没有言辞了。仿佛也就如此。";

/// The opening of Darwin's `Origin of Species` (1859).
const ORIGIN: &str = "When on board H.M.S. Beagle, as naturalist, I was much struck with certain facts in the distribution of the inhabitants of South America, and in the geological relations of the present to the past inhabitants of that continent. These facts seemed to me to throw some light on the origin of species, that mystery of mysteries, as it has been called by one of our greatest philosophers. On my return home, it occurred to me, in 1837, that something might perhaps be made out on this question by patiently accumulating and reflecting on all sorts of facts which could possibly have any bearing on it.";

#[test]
fn the_seeds_are_damaged() {
    for seed in seeds() {
        check(&seed, true);
    }
}

#[test]
fn prose_is_damaged_where_it_is_cut() {
    for text in [REPORT, HOME] {
        check(text, false);
        check(&text.replace('\n', "\n\n"), false);
        for chars in [10, 14, 18, 20, 25, 30, 40] {
            check(&cut(text, chars), true);
        }
    }
    check(ORIGIN, false);
    for columns in [40, 60, 72, 78] {
        check(&wrapped(ORIGIN, columns), true);
    }
}

/// Li Bai, Wang Zhihuan; Wei Yingwu without its marks; Xu Zhimo's `再别康桥` (1928; he died in 1931).
#[test]
fn verses_are_not() {
    check("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n", false);
    check("白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n", false);
    check("独怜幽草涧边生\n上有黄鹂深树鸣\n春潮带雨晚来急\n野渡无人舟自横\n", false);
    check(
        "轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。\n\n那河畔的金柳，\n是夕阳中的新娘；\n波光里的艳影，\n在我的心头荡漾。\n",
        false,
    );
    // Shakespeare, Sonnet 18.
    check(
        "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer's lease hath all too short a date;\nSometime too hot the eye of heaven shines,\nAnd often is his gold complexion dimm'd;\n",
        false,
    );
}

#[test]
fn lists_tables_and_markdown_are_not() {
    check("# 园区\n\n- 甲，一\n- 乙，二\n- 丙，三\n\n## 二\n\n正文，一段，又一段。\n", false);
    check("第一条 甲\n第二条 乙，丙\n第三条 丁\n第四条 戊\n", false);
    check("一、甲乙丙\n二、丁戊己\n三、庚辛壬\n（一）甲\n（二）乙\n", false);
    check("年份\t数\n2020\t1,000\n2021\t2,000\n2022\t3,000\n", false);
    check("重庆\n成都\n西安\n武汉\n上海\n", false);
    check(
        "标题\n副题\n作者\n日期\n正文一段，很长，有许多字，写到最后才有一个句号，所以它是一段。\n",
        false,
    );
    check(
        "甲：你好，来了\n乙：是的，刚到\n甲：吃了没有，累不累\n乙：吃过了，不累的，你呢\n",
        false,
    );
    check("0、\n[", false);
    check("", false);
    check("甲\n乙", false);
}

#[test]
fn spaced_and_doubled_characters_are_damage() {
    check("攻 坚 成 绩 单 ， 为 重 庆 高 新 区 献 礼 助 阵。", true);
    check("高高兴兴地来，干干净净地走。明明白白，清清楚楚。", false);
    check("重重庆庆高高新新区区的园区。\n中中电电重重庆庆软件园。", true);
    check("春 眠 不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。", false);
}
