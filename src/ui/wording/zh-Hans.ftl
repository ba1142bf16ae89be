### What the page says, in simplified Chinese as written in mainland China.

-brand = 检阅

brand = { -brand }
# The language's own name and how it is written in little space.
language-short = 简
language-switch = 界面语言
title-page = { $title } · { -brand }
title-query = “{ $query }” · { -brand }
skip = 跳到正文
search = 检索全部文章
clear = 清除检索词
contents = 文章
results = 检索结果
reading = 正文
back = 全部文章
back-to = 全部结果（{ $found }）
previous = 上一处
next = 下一处
sort = 排列次序
exact = 精确
    .hint = 繁简、全角半角、大小写、标点、空格都要与输入一致
so-far = 还在查……
reload = 重新载入
# The bar at the bottom of a phone; each name is a word of two characters or so.
thumb-bar = 常用
list-short = 目录
results-short = 结果
settings-short = 设置

## What stands where there is no text

starting = 正在打开文章库……
opening = 正在打开文章……
no-documents = 还没有文章
    .hint = 把文本放进 seeds 文件夹，重新构建后就会出现在这里。
no-hit = 没有找到“{ $query }”
no-hit-shorter = 换一个更短的词，或者只留关键的几个字。
no-hit-typo = 看看有没有错别字；繁体简体、全角半角、大小写不必管。
no-hit-spaces = 空格隔开的几个词要在同一篇里都有；有一个就够的，中间写 |。检索框里的 ? 有检索的写法。
no-hit-here = 本文没有“{ $query }”
missing = 没有这篇文章
    .hint = 地址可能写错了，或者文章库已经更新。可以从全部文章里重新找。
failed = 检索引擎出了问题
    .hint = 文章没有丢失。请重新载入页面；如果仍然如此，请换一个新版浏览器再试。
silent = 检索引擎还没有回应
    .hint = 网络慢的时候请再等一等，它一回应这里就会恢复；也可以重新载入页面。
failure-other-build = 页面与检索引擎不是同一版本：网站刚刚更新。请刷新页面。
failure-broken-library = 文章库已损坏（{ $what }），请重新构建网站。
failure-other-version = 文章库是第 { $found } 版格式，本程序读第 { $wanted } 版；两者须由同一份源代码构建。
failure-fetch = 取不到 { $address }（{ $cause }）。请重新载入页面，或检查文件是否在那里。

## The first page

welcome = 在浏览器里读中文，查中文
    .lead = 断行接好，版面理顺，报纸上的文章可以从头读到尾；输入任意一个字、一个词、一句话，每一处都能找到。
    .local = 阅读和检索都在这台机器上完成，没有服务器，也不上传任何内容。
key-search = 检索

## Articles and hits

length = { $count } 字
reading-time = 约 { $minutes } 分钟
library = { $articles } 篇 · { $length }
found = { $articles } 篇 · { $hits } 处
found-said = 找到 { $found }
hits = { $hits } 处
hit-said = { $hit }，共 { $hits }
nth = 第 { $hit } 处
title-field = 按标题筛选
no-title = 没有标题含“{ $typed }”的文章
some-of = { $articles } 篇，共 { $all } 篇
more-articles = 继续显示（还有 { $count } 篇）
more-hits = 还有 { $hits } 处
    .hint = 再看这一篇里的另外几处
line = 原文第 { $line } 行
sort-fit = 按相关
sort-date = 按日期
sort-title = 按标题
sort-count = 按处数
sort-place = 按文库次序

## Dates

date-year = { $year }年
date-month = { $year }年{ $month }
date-day = { $year }年{ $month }{ $day }日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## Roles of blocks

role-body = 正文
role-headline = 标题
role-kicker = 引题
role-subhead = 小标题
role-byline = 署名
role-caption = 图说
role-credit = 图片作者
role-sidebar = 资料
role-pullquote = 摘句
role-label = 栏目

## The source beside the article, and its correction

original = 对照原文
    .hint = 每一段旁边显示原文
revision = 修订
rules = 版面还原
corrections = 已作的修订
no-corrections = 还没有修订。每一段下面可以改它的类别，上移、下移、接上段；原文的每一行都可以另起一段。
source-is-safe = 原文从不改动；修订只记在这台机器的浏览器里，可以导出，放在文本旁边随网站发布。
not-kept = 浏览器没有存下修订，关闭页面就会丢失。请先导出。
export = 导出修订
import = 导入修订
reset = 恢复原样
    .hint = 去掉在这个浏览器里作的全部修订
undo = 撤销：{ $correction }
undo-last = 撤销
    .hint = 撤销上一次改动，再按一次恢复
role = 类别
up = 上移
down = 下移
join = 接上段
split = 从此行分段
split-at = 从此行分段：第 { $line } 行
of-block = { $does }：{ $quote }
doubt = 存疑 { $sure }%
    .role = 类别不一定对
    .join = 这一行不一定接着上一行
    .break = 不一定在这里另起一段
account = 合并 { $joined } 行，去重 { $doubled } 处，移除空格 { $spaces } 个
account-hyphens = ，去连字符 { $count } 个
account-invisible = ，去不可见字符 { $count } 个
misfits = { $count } 条修订未采用
more-misfits = 另有 { $misfits }
misfit = 第 { $line } 行修订{ $why }，未采用：{ $text }
misfit-not-understood = 看不懂
misfit-no-such-place = 所指的位置不在原文里
misfit-other-text = 与原文不符
misfit-nothing-before = 前面没有可接的段落
correction-role = 第 { $line } 行“{ $quote }”改为{ $role }
correction-split = 从第 { $line } 行“{ $quote }”起另成一段
correction-join = 第 { $line } 行“{ $quote }”接上段
correction-before = 第 { $line } 行“{ $quote }”移到第 { $before } 行之前
correction-last = 第 { $line } 行“{ $quote }”移到最后
rule-lines = 断行合并
rule-shadows = 去除重影
rule-spaces = 去除空格
rule-hyphens = 行末连字符
rule-order = 版面顺序
reason-layout-space = 排版的空格，已移除
reason-doubled = 重影，已去重
reason-line-end-hyphen = 行末连字符，已移除
reason-invisible = 不可见字符，已移除
patch-head = # { -brand } corrections for { $id }

## The theme

theme-auto = 跟随系统
theme-light = 纸白
theme-sepia = 米黄
theme-dark = 深色
theme-contrast = 高对比
theme-switch = 外观：{ $theme }

## The list of hits

shown-as = 结果的排法
by-article = 篇章
    .hint = 按文章分组，每篇列出有关的段落
in-context = 语境
    .hint = 一处一行，命中上下对齐，可按前后文排序、选取、导出
# How the name of a file begins.
lines-file = 语境
lines-caption = “{ $query }”的语境，一处一行
order = 各行次序
order-place = 按次序
order-before = 按前文
order-after = 按后文
order-article = 按文章
order-date = 按日期
width = 前后文字数
width-of = 前后 { $chars } 字
most = 行数
most-all = 全部
most-of = 匀取 { $lines } 行
choose-all = 全选已显示的行
choose-line = 选第 { $line } 行
choose-hint = 按住 Shift 可一次选取一段
before = 前文
hit = 命中
after = 后文
article = 文章
date = 日期
line-number = 行
no-lines = 这次检索只限定了文章，没有可以逐行列出的词。
lines-sampled = 匀取 { $lines } 行
lines-all = 全部 { $lines } 行
lines-chosen = 已选 { $lines } 行
more-lines = 继续显示（还有 { $lines } 行）
from = { $date } · { $line }
export-lines = 复制与保存
copy = 复制
    .hint = 复制成表格，可直接粘贴到电子表格里
csv = CSV
    .hint = 存为 CSV，用 Excel、WPS 打开
tsv = TSV
    .hint = 存为制表符分隔的文本，用语料软件打开
markdown = Markdown
    .hint = 存为 Markdown 表格，贴进笔记
copied = 已复制 { $lines } 行
saved = 已存 { $lines } 行
refused = 浏览器不让复制，请存为文件

## What narrows a query, and what it could be

told-apart-none = 区分…
told-apart-all = 区分全部
told-apart-some = 区分 { $count } 项
told-apart-hint = 勾选的要与输入一致，其余不管
fold-width = 全角半角
fold-case = 大小写
fold-script = 繁简
fold-variants = 异体字
fold-marks = 标点写法
fold-spaces = 空格
fold-separators = 千分位逗号
narrow = 缩小范围
narrow-on = 只看这些
narrow-off = 不再限于此
year-unknown = 日期不详
year-facet = { $year } · { $articles } 篇
hits-facet = { $kind } · { $hits } 处
part-of-word = 词的一部分
several-words = 不止一词
meant = 或许是
completions = 接着输入
titled = 《{ $title }》
recent = 最近检索
forget = 清除

## Parts of speech

tag-unknown = 词性不详
tag-a = 形容词
tag-ad = 副形词
tag-an = 名形词
tag-b = 区别词
tag-c = 连词
tag-d = 副词
tag-eng = 外文
tag-f = 方位词
tag-i = 成语
tag-j = 简称
tag-l = 习用语
tag-m = 数词
tag-mq = 数量词
tag-n = 名词
tag-nr = 人名
tag-nrt = 译名
tag-ns = 地名
tag-nt = 机构名
tag-nz = 专名
tag-o = 拟声词
tag-p = 介词
tag-q = 量词
tag-r = 代词
tag-s = 处所词
tag-t = 时间词
tag-u = 助词
tag-v = 动词
tag-vd = 副动词
tag-vn = 名动词
tag-y = 语气词
tag-z = 状态词
tag-morpheme = 语素
tag-other = 词性

## The language of queries

help = 检索的写法
    .lead = 点一个例子试试：
    .end = 符号都用半角；不合写法的照原样查。繁简、全角半角、大小写、空格和断行都不必管，除非勾选“精确”，或者“区分”里的一项。
close = 关闭
example-all = 重庆 高新区
    .does = 两个词都有的文章
example-phrase = "敢闯敢干 奋勇争先"
    .does = 引号里的照原样查，空格也算
example-or = 软件 | 芯片
    .does = 有其中一个就算
example-not = 重庆 -成都
    .does = 有前一个，没有后一个
example-brackets = (软件 | 芯片) -小米
    .does = 括号先算
example-near = 重庆 ~10 高新区
    .does = 两词相隔不超过 10 个字
example-one = 中?电
    .does = ? 代表任意一个字
example-some = 中*党
    .does = * 代表十个字以内
example-regex = /[0-9.]+亿元/
    .does = 正则表达式
example-in = in:headline 科学城
    .does = 只在标题里找
example-by = by:夏元
    .does = 署名里有这个名字
example-date = date:2020..2021 重庆
    .does = 只查这段时间的文章
example-word = word:电子
    .does = 独立成词，不是别的词的一部分
example-pos = pos:nr 王*
    .does = 词性为人名、以王开头的词

## How a query was understood

understood-text = “{ $text }”
understood-regex = 正则 /{ $pattern }/
understood-word = 词 { $text }
understood-tagged = 词性 { $tag } 的词 { $text }
understood-open = { $text }（{ $kinds }）
understood-one = ? 为任一字
understood-some = * 为十字以内
understood-also-open = { $before }，{ $kind }
understood-and = { $left } 和 { $right }
understood-or = { $left } 或 { $right }
understood-brackets = （{ $part }）
understood-near = { $left } 前后 { $within } 字内有 { $right }
understood-followed = { $left } 后 { $within } 字内有 { $right }
understood-in = { $role }中的 { $part }
understood-doc = 编号含 “{ $id }” 的文档
understood-collection = 文集 “{ $name }” 中的文档
understood-date = { $date } 的文档
understood-from-to = { $from } 至 { $to } 的文档
understood-from = { $from } 起的文档
understood-to = 至 { $to } 的文档
understood-dated = 有日期的文档
understood-lacks = 不含 { $part }
understood-also-lacks = { $before }，也{ $lacks }
understood-lacking = { $lacks } 的文档
understood-among = 限 { $documents }
understood-except = 除去 { $documents }
understood-clauses = { $before }，{ $clause }

## The settings of the reading page

settings = 阅读设置
    .sign = 文
    .damaged = 有 { $count } 项设置读不出来，先按默认处理；原来的内容另存在浏览器里，没有删除。
theme = 颜色
face = 字体
face-song = 宋
face-hei = 黑
face-kai = 楷
size = 字号
measure = 每行字数
leading = 行距
script = 字形
script-as-printed = 原文
script-simplified = 简体
script-traditional = 繁体
script-converted = 正文已转换为{ $into }显示；检索、计数和引用仍按原文。
script-converting = 正在转换字形……
script-failed = 字形没有转换成：{ $cause }
script-silent = 转换程序没有载入。请检查网络，再选一次。
pinyin = 拼音
pinyin-none = 无
pinyin-missing = 拼音的字表没有取到：请检查网络，再打开一次文章。
paragraphs = 段落
paragraphs-indented = 首行缩进
paragraphs-spaced = 空行
lines-run = 排向
lines-across = 横排
lines-down = 竖排
justified = 两端对齐
letter-keys = 单个字母和符号可作快捷键（n、o、? 等）
as-at-first = 恢复默认

## Around an article

keywords = 关键词
word = 词
words = 分词
words-hint = 显示词与词的界线；点一下词，或按 n、b 和 Enter，看它的词卡
command-words = 显示分词
command-pinyin = 文章的拼音
here = 本篇 { $count } 处
first-article = 最早
last-article = 最近
words-before = 前面常是
words-after = 后面常是
new-words = 新词
    .lead = 本库里有、词典里没有的名称和术语，把握大的在前。接受的词留给分词用；拒绝的不再列出。
    .keys = j、k 上下移动，y 或 Enter 接受，x 或 Delete 拒绝，u 撤销。
    .of = { $tag } · { $found } · 分值 { $score }
    .decided = 已接受 { $accepted } 个，已拒绝 { $refused } 个
    .undo = 撤销
    .none = 没有待定的词。
    .more = 更多新词
    .accepted = 接受的词
    .refused = 拒绝的词
    .unkept = 浏览器没有保存这些决定；关闭页面就没有了。
    .damaged = 有 { $count } 个决定读不出来；原来的内容另存在浏览器里，没有删除。
accept = 接受
    .word = 接受 { $word }
refuse = 拒绝
    .word = 拒绝 { $word }
bring-back = 恢复
    .word = 恢复 { $word }
quote = 引用
citation-text = 文字
copy-as = 复制为 { $form }
copied-it = 已复制
copy-refused-it = 浏览器不允许复制
lines-from = 原文第 { $from } 至 { $to } 行
outline = 本页目录
neighbours = 前后文章
article-before = 上一篇
article-after = 下一篇
source-of = 来源：{ $id }

## Marks and notes

mark-short = 标记
note-short = 批注
selection-bar = 所选文字
notes = 笔记
note = 笔记
notes-count = { $count } 条笔记
notes-some = { $listed } 条笔记，共 { $all } 条
notes-none = 还没有笔记。在文章里选一段文字，点“标记”或“批注”；也可以按 m、e，书签按 d。
notes-back = 回到文章列表
notes-field = 筛选笔记：原文、批注、#标签
notes-by-place = 按文章次序
notes-by-time = 按改动时间
notes-files = 笔记的导出与导入
notes-markdown = 存为 Markdown，带回到原文的链接
notes-csv = 存为 CSV，用 Excel、WPS 打开
json = JSON
notes-json = 存为 W3C 网络批注（JSON-LD），可以再导入
notes-import = 导入
notes-imported = 新增 { $new } 条，{ $known } 条已有
notes-imported-some = 新增 { $new } 条，{ $known } 条已有，{ $unread } 条没有原文，未导入
notes-unread = 这不是批注文件
# How the name of a file begins.
notes-file = 笔记
notes-source = 来源
notes-quote = 原文
notes-link = 链接
notes-damaged = 有 { $count } 条笔记读不出来，内容另存在浏览器里，没有删除。
notes-damaged-save = 存为文件
notes-lost = 浏览器没有存下笔记，关闭页面就会丢失。请先导出。
more-notes = 继续显示（还有 { $count } 条）
note-kind = 记号
note-yellow = 黄 · 虚线
note-green = 绿 · 双线
note-blue = 蓝 · 波线
note-rose = 红 · 点线
note-bookmark = 书签
note-text = 批注
note-tags = 标签
note-go = 到原处
note-settle = 就定在现在的位置
note-remove = 删除
note-done = 完成
note-write = 写批注
note-change = 修改
note-lost = 原处已找不到这段文字
note-moved = 这段文字不在原处，在原文第 { $line } 行找到
note-no-article = 文章不在文库里
note-marked = 已标记
note-marked-already = 这里已经标记过
note-bookmarked = 已加书签
note-removed = 已删除
note-said = 第 { $at } 条笔记，共 { $of } 条：“{ $quote }” { $text }
command-mark = 标记所选或正读的一段
command-note = 写批注
command-bookmark = 加书签
command-next-note = 下一条笔记
command-previous-note = 上一条笔记
## Keyword lists

lists-short = 词表
lists = 词表
    .lead = 把常看的词列成表：打开的词表在每篇文章里都标出来，并逐篇计数。
    .open = 打开词表文件
    .save = 全部存为文本
    .damaged = 有 { $count } 个词表没能完整读出；能读的都在，原来的内容另存在浏览器里。
    .not-kept = 浏览器没有保存词表，关掉页面就会丢失；请先存为文本。
    .taken = 收下 { $count } 个词表
    .restored = 已撤销上一步
legend = 词表的词
new-list = 我的词表
    .field = 新词表的名称
    .make = 新建
edit-list = 编辑
    .of = 编辑“{ $name }”
list-terms = { $count } 个词
list-name = 名称
list-share = 复制链接
    .hint = 链接里带着整个词表，谁打开都能用
list-save = 存为文本
list-remove = 删除词表
list-offer = 链接带来的词表“{ $name }”
list-keep = 保留
list-leave = 不要
list-added = “{ $name }”加了 { $count } 个词
list-removed = 已删除“{ $name }”，可以撤销
term-style = 标记
term-remove = 去掉“{ $term }”
terms-add = 加入
    .field = 一行一个词；甲|乙 是同一个词的两种写法
style-solid = 红，实线
style-dotted = 蓝，点线
style-dashed = 绿，虚线
style-wavy = 紫，波浪线
style-double = 棕，双线
odd = 第 { $line } 行“{ $text }”{ $why }
    .no-text = 没有可查的字
    .too-long = 太长，没有加入
    .repeated = 已经有了
    .too-many = 超出词表的限度，没有加入
    .no-style = 的标记看不懂，按顺序标记
    .other-version = 是别的版本写的，没有读
more-odd = 另有 { $count } 行
tally = 各篇次数
    .total = 合计
    .where = 位置
    .none = 打开一个有词的词表，这里会列出每篇文章里的次数。
    .counting = 正在计数……
add-to-list = 加入词表
    .which = 加入哪个词表
added-to = 已加入“{ $name }”
## Corrections of words

word-tools = 更正分词
word-is = 这个词是
split-here = 断开
split-word = 断为“{ $one }”和“{ $other }”
join-before = 与前一词并为“{ $word }”
join-after = 与后一词并为“{ $word }”
name-selected = 定为词
take-back = 撤销
amended-word = “{ $word }”是一个词
amended-word-as = “{ $word }”是一个词：{ $tag }
amended-no-word = “{ $word }”不是词
amended-split = “{ $word }”分作“{ $one }”和“{ $other }”
lexicon = 词的更正
    .lead = 更正存在这个浏览器里。分词、词卡、关键词和按词的计数随之改变；检索照旧，一处不少。
    .none = 还没有更正。在词卡里可以把词并起来、断开，或者说明它是人名、地名；选中几个字，也可以定为一个词。
    .not-kept = 浏览器没有保存这些更正，关掉页面就没有了；请存为文件。
    .damaged = 有 { $count } 条更正读不出来，另存在浏览器里，没有删除。
    .more = 再显示一些（还有 { $count } 条）
    .export = 存为词典
    .import = 打开词典
    .clear = 全部撤销
    .file = 用户词典.txt
    .imported = 读入 { $count } 个词。
    .bad = 有 { $count } 行没有读入：
bad-line = 第 { $line } 行 { $text }：{ $why }
bad-word-not-understood = 一行应是词、词频、词性，后两项可以省去
bad-word-too-long = 词太长
cutting-loading = 词典载入中，只需一次……
cutting-left = 重新分词中，还有 { $count } 段……
cutting-failed = 词典用不了，更正还没有全部生效。{ $why }
cutting-retry = 再试一次
segmenter-silent = 等了两分钟，没有载入。

## The keys and the palette

keys = 按键
palette = 操作和文章
    .field = 输入操作或文章的名字
    .none = 没有这样的操作或文章
command-down = 列表里往下
command-up = 列表里往上
command-vertical = 竖排、横排
command-by-article = 检索结果：篇章
command-in-context = 检索结果：语境
command-theme = 换颜色
command-help = 按键和检索的写法
by-key = { $does }（按 { $key } 键）
own-keys = 更改快捷键
    .lead = 填一个字母、数字或半角符号，或者 g 加一个；留空恢复默认。
    .reset = 快捷键恢复默认
key-taken = { $key } 已经用于“{ $command }”，没有更改。
key-unfit = “{ $typed }”不能作快捷键：要一个字母、数字或半角符号，或者 g 加一个。
