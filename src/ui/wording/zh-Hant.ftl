### What the page says, in traditional Chinese as written in Taiwan.

-brand = 檢閱

brand = { -brand }
# The language's own name and how it is written in little space.
language-short = 繁
language-switch = 介面語言
title-page = { $title } · { -brand }
title-query = 「{ $query }」· { -brand }
skip = 跳到內文
search = 檢索全部文章
clear = 清除檢索詞
contents = 文章
results = 檢索結果
reading = 內文
back = 全部文章
back-to = 全部結果（{ $found }）
previous = 上一處
next = 下一處
sort = 排列順序
exact = 精確
    .hint = 繁簡、全形半形、大小寫、標點、空格都要與輸入一致
so-far = 還在查……
reload = 重新載入
# The bar at the bottom of a phone; each name is a word of two characters or so.
thumb-bar = 常用
list-short = 目錄
results-short = 結果
settings-short = 設定

## What stands where there is no text

starting = 正在開啟文章庫……
opening = 正在開啟文章……
no-documents = 還沒有文章
    .hint = 把文字檔放進 seeds 資料夾，重新建置後就會出現在這裡。
no-hit = 找不到「{ $query }」
no-hit-shorter = 換一個更短的詞，或者只留關鍵的幾個字。
no-hit-typo = 看看有沒有錯別字；繁體簡體、全形半形、大小寫不必管。
no-hit-spaces = 以空格隔開的幾個詞要在同一篇裡都有；有一個就夠的，中間寫 |。檢索框裡的 ? 有檢索的寫法。
no-hit-here = 本文沒有「{ $query }」
missing = 沒有這篇文章
    .hint = 網址可能有誤，或者文章庫已經更新。可以從全部文章裡重新找。
failed = 檢索引擎出了問題
    .hint = 文章沒有遺失。請重新載入頁面；如果仍然如此，請換用新版瀏覽器再試。
silent = 檢索引擎還沒有回應
    .hint = 網路慢的時候請再等一下，它一回應這裡就會恢復；也可以重新載入頁面。
failure-other-build = 頁面與檢索引擎不是同一版本：網站剛剛更新。請重新整理頁面。
failure-broken-library = 文章庫已損毀（{ $what }），請重新建置網站。
failure-other-version = 文章庫是第 { $found } 版格式，本程式讀第 { $wanted } 版；兩者須由同一份原始碼建置。
failure-fetch = 無法取得 { $address }（{ $cause }）。請重新載入頁面，或檢查檔案是否在那裡。

## The first page

welcome = 在瀏覽器裡讀中文，查中文
    .lead = 斷行接好，版面理順，報紙上的文章可以從頭讀到尾；輸入任意一個字、一個詞、一句話，每一處都找得到。
    .local = 閱讀和檢索都在這台電腦上完成，沒有伺服器，也不上傳任何內容。
key-search = 檢索

## Articles and hits

length = { $count } 字
reading-time = 約 { $minutes } 分鐘
library = { $articles } 篇 · { $length }
found = { $articles } 篇 · { $hits } 處
found-said = 找到 { $found }
hits = { $hits } 處
hit-said = { $hit }，共 { $hits }
nth = 第 { $hit } 處
title-field = 依標題篩選
no-title = 沒有標題含「{ $typed }」的文章
some-of = { $articles } 篇，共 { $all } 篇
more-articles = 繼續顯示（還有 { $count } 篇）
more-hits = 還有 { $hits } 處
    .hint = 再看這一篇裡的另外幾處
line = 原文第 { $line } 行
sort-fit = 依相關度
sort-date = 依日期
sort-title = 依標題
sort-count = 依處數
sort-place = 依文庫順序

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

role-body = 內文
role-headline = 標題
role-kicker = 引題
role-subhead = 小標題
role-byline = 署名
role-caption = 圖說
role-credit = 圖片作者
role-sidebar = 資料
role-pullquote = 摘句
role-label = 欄目

## The source beside the article, and its correction

original = 對照原文
    .hint = 每一段旁邊顯示原文
revision = 修訂
rules = 版面還原
corrections = 已作的修訂
no-corrections = 還沒有修訂。每一段下面可以改它的類別，上移、下移、接上段；原文的每一行都可以另起一段。
source-is-safe = 原文從不更動；修訂只記在這台電腦的瀏覽器裡，可以匯出，放在文字檔旁邊隨網站發布。
not-kept = 瀏覽器沒有存下修訂，關閉頁面就會遺失。請先匯出。
export = 匯出修訂
import = 匯入修訂
reset = 恢復原狀
    .hint = 去掉在這個瀏覽器裡作的全部修訂
undo = 復原：{ $correction }
undo-last = 復原
    .hint = 復原上一次更動，再按一次取消復原
role = 類別
up = 上移
down = 下移
join = 接上段
split = 從此行分段
split-at = 從此行分段：第 { $line } 行
of-block = { $does }：{ $quote }
doubt = 存疑 { $sure }%
    .role = 類別不一定對
    .join = 這一行不一定接著上一行
    .break = 不一定在這裡另起一段
account = 合併 { $joined } 行，去除重複 { $doubled } 處，移除空格 { $spaces } 個
account-hyphens = ，去除連字號 { $count } 個
account-invisible = ，去除不可見字元 { $count } 個
misfits = { $count } 條修訂未採用
more-misfits = 另有 { $misfits }
misfit = 第 { $line } 行修訂{ $why }，未採用：{ $text }
misfit-not-understood = 看不懂
misfit-no-such-place = 所指的位置不在原文裡
misfit-other-text = 與原文不符
misfit-nothing-before = 前面沒有可接的段落
correction-role = 第 { $line } 行「{ $quote }」改為{ $role }
correction-split = 從第 { $line } 行「{ $quote }」起另成一段
correction-join = 第 { $line } 行「{ $quote }」接上段
correction-before = 第 { $line } 行「{ $quote }」移到第 { $before } 行之前
correction-last = 第 { $line } 行「{ $quote }」移到最後
rule-lines = 斷行合併
rule-shadows = 去除疊影
rule-spaces = 去除空格
rule-hyphens = 行末連字號
rule-order = 版面順序
reason-layout-space = 排版的空格，已移除
reason-doubled = 疊影，已去除重複
reason-line-end-hyphen = 行末連字號，已移除
reason-invisible = 不可見字元，已移除
patch-head = # { -brand } corrections for { $id }

## The theme

theme-auto = 跟隨系統
theme-light = 紙白
theme-sepia = 米黃
theme-dark = 深色
theme-contrast = 高對比
theme-switch = 外觀：{ $theme }

## The list of hits

shown-as = 結果的排法
by-article = 篇章
    .hint = 依文章分組，每篇列出相關的段落
in-context = 語境
    .hint = 一處一行，命中上下對齊，可依前後文排序、選取、匯出
# How the name of a file begins.
lines-file = 語境
lines-caption = 「{ $query }」的語境，一處一行
order = 各行順序
order-place = 依次序
order-before = 依前文
order-after = 依後文
order-article = 依文章
order-date = 依日期
width = 前後文字數
width-of = 前後 { $chars } 字
most = 行數
most-all = 全部
most-of = 均勻取 { $lines } 行
choose-all = 全選已顯示的行
choose-line = 選第 { $line } 行
choose-hint = 按住 Shift 可一次選取一段
before = 前文
hit = 命中
after = 後文
article = 文章
date = 日期
line-number = 行
no-lines = 這次檢索只限定了文章，沒有可以逐行列出的詞。
lines-sampled = 均勻取 { $lines } 行
lines-all = 全部 { $lines } 行
lines-chosen = 已選 { $lines } 行
more-lines = 繼續顯示（還有 { $lines } 行）
from = { $date } · { $line }
export-lines = 複製與儲存
copy = 複製
    .hint = 複製成表格，可直接貼到試算表裡
csv = CSV
    .hint = 存成 CSV，用 Excel、LibreOffice 開啟
tsv = TSV
    .hint = 存成以定位字元分隔的文字檔，用語料軟體開啟
markdown = Markdown
    .hint = 存成 Markdown 表格，貼進筆記
copied = 已複製 { $lines } 行
saved = 已儲存 { $lines } 行
refused = 瀏覽器不允許複製，請存成檔案

## What narrows a query, and what it could be

told-apart-none = 區分…
told-apart-all = 區分全部
told-apart-some = 區分 { $count } 項
told-apart-hint = 勾選的要與輸入一致，其餘不管
fold-width = 全形半形
fold-case = 大小寫
fold-script = 繁簡
fold-variants = 異體字
fold-marks = 標點寫法
fold-spaces = 空格
fold-separators = 千分位逗號
narrow = 縮小範圍
narrow-on = 只看這些
narrow-off = 不再限於此
year-unknown = 日期不詳
year-facet = { $year } · { $articles } 篇
hits-facet = { $kind } · { $hits } 處
part-of-word = 詞的一部分
several-words = 不只一詞
meant = 或許是
completions = 接著輸入
titled = 《{ $title }》
recent = 最近檢索
forget = 清除

## Parts of speech

tag-unknown = 詞性不詳
tag-a = 形容詞
tag-ad = 副形詞
tag-an = 名形詞
tag-b = 區別詞
tag-c = 連詞
tag-d = 副詞
tag-eng = 外文
tag-f = 方位詞
tag-i = 成語
tag-j = 簡稱
tag-l = 慣用語
tag-m = 數詞
tag-mq = 數量詞
tag-n = 名詞
tag-nr = 人名
tag-nrt = 譯名
tag-ns = 地名
tag-nt = 機構名
tag-nz = 專名
tag-o = 擬聲詞
tag-p = 介詞
tag-q = 量詞
tag-r = 代名詞
tag-s = 處所詞
tag-t = 時間詞
tag-u = 助詞
tag-v = 動詞
tag-vd = 副動詞
tag-vn = 名動詞
tag-y = 語氣詞
tag-z = 狀態詞
tag-morpheme = 語素
tag-other = 詞性

## The language of queries

help = 檢索的寫法
    .lead = 點一個例子試試：
    .end = 符號都用半形；不合寫法的照原樣查。繁簡、全形半形、大小寫、空格和斷行都不必管，除非勾選「精確」，或者「區分」裡的一項。
close = 關閉
example-all = 重慶 高新區
    .does = 兩個詞都有的文章
example-phrase = "敢闖敢幹 奮勇爭先"
    .does = 引號裡的照原樣查，空格也算
example-or = 軟件 | 芯片
    .does = 有其中一個就算
example-not = 重慶 -成都
    .does = 有前一個，沒有後一個
example-brackets = (軟件 | 芯片) -小米
    .does = 括號先算
example-near = 重慶 ~10 高新區
    .does = 兩詞相隔不超過 10 個字
example-one = 中?電
    .does = ? 代表任意一個字
example-some = 中*黨
    .does = * 代表十個字以內
example-regex = /[0-9.]+亿元/
    .does = 正規表示式
example-in = in:headline 科學城
    .does = 只在標題裡找
example-by = by:夏元
    .does = 署名裡有這個名字
example-date = date:2020..2021 重慶
    .does = 只查這段時間的文章
example-word = word:電子
    .does = 獨立成詞，不是別的詞的一部分
example-pos = pos:nr 王*
    .does = 詞性為人名、以王開頭的詞

## How a query was understood

understood-text = 「{ $text }」
understood-regex = 正規表示式 /{ $pattern }/
understood-word = 詞{ $text }
understood-tagged = 詞性 { $tag } 的詞{ $text }
understood-open = { $text }（{ $kinds }）
understood-one = ? 為任一字
understood-some = * 為十字以內
understood-also-open = { $before }，{ $kind }
understood-and = { $left }和{ $right }
understood-or = { $left }或{ $right }
understood-brackets = （{ $part }）
understood-near = { $left }前後 { $within } 字內有{ $right }
understood-followed = { $left }後 { $within } 字內有{ $right }
understood-in = { $role }中的{ $part }
understood-doc = 編號含「{ $id }」的文件
understood-collection = 文集「{ $name }」中的文件
understood-date = { $date } 的文件
understood-from-to = { $from } 至 { $to } 的文件
understood-from = { $from } 起的文件
understood-to = 至 { $to } 的文件
understood-dated = 有日期的文件
understood-lacks = 不含{ $part }
understood-also-lacks = { $before }，也{ $lacks }
understood-lacking = { $lacks }的文件
understood-among = 限 { $documents }
understood-except = 除去 { $documents }
understood-clauses = { $before }，{ $clause }

## The settings of the reading page

settings = 閱讀設定
    .sign = 文
    .damaged = 有 { $count } 項設定讀不出來，先按預設處理；原來的內容另存在瀏覽器裡，沒有刪除。
theme = 顏色
face = 字型
face-song = 明
face-hei = 黑
face-kai = 楷
size = 字級
measure = 每行字數
leading = 行距
script = 字形
script-as-printed = 原文
script-simplified = 簡體
script-traditional = 繁體
script-converted = 正文已轉換為{ $into }顯示；檢索、計數和引用仍按原文。
script-converting = 正在轉換字形……
script-failed = 字形沒有轉換成：{ $cause }
script-silent = 轉換程式沒有載入。請檢查網路，再選一次。
pinyin = 拼音
pinyin-none = 無
pinyin-missing = 拼音的字表沒有取到：請檢查網路，再開啟一次文章。
paragraphs = 段落
paragraphs-indented = 首行縮排
paragraphs-spaced = 空行
lines-run = 排向
lines-across = 橫排
lines-down = 直排
justified = 左右對齊
letter-keys = 單一字母和符號可作快速鍵（n、o、? 等）
as-at-first = 恢復預設

## Around an article

keywords = 關鍵詞
word = 詞
words = 分詞
words-hint = 顯示詞與詞的界線；點一下詞，或按 n、b 和 Enter，看它的詞卡
command-words = 顯示分詞
command-pinyin = 文章的拼音
here = 本篇 { $count } 處
first-article = 最早
last-article = 最近
words-before = 前面常是
words-after = 後面常是
new-words = 新詞
    .lead = 本庫裡有、詞典裡沒有的名稱和術語，把握大的在前。接受的詞留給分詞用；拒絕的不再列出。
    .keys = j、k 上下移動，y 或 Enter 接受，x 或 Delete 拒絕，u 復原。
    .of = { $tag } · { $found } · 分值 { $score }
    .decided = 已接受 { $accepted } 個，已拒絕 { $refused } 個
    .undo = 復原
    .none = 沒有待定的詞。
    .more = 更多新詞
    .accepted = 接受的詞
    .refused = 拒絕的詞
    .unkept = 瀏覽器沒有儲存這些決定；關閉頁面就沒有了。
    .damaged = 有 { $count } 個決定讀不出來；原來的內容另存在瀏覽器裡，沒有刪除。
accept = 接受
    .word = 接受 { $word }
refuse = 拒絕
    .word = 拒絕 { $word }
bring-back = 恢復
    .word = 恢復 { $word }
quote = 引用
citation-text = 文字
copy-as = 複製為 { $form }
copied-it = 已複製
copy-refused-it = 瀏覽器不允許複製
lines-from = 原文第 { $from } 至 { $to } 行
outline = 本頁目錄
neighbours = 前後文章
article-before = 上一篇
article-after = 下一篇
source-of = 來源：{ $id }

## Marks and notes

mark-short = 標記
note-short = 批註
selection-bar = 所選文字
notes = 筆記
note = 筆記
notes-count = { $count } 條筆記
notes-some = { $listed } 條筆記，共 { $all } 條
notes-none = 還沒有筆記。在文章裡選一段文字，點「標記」或「批註」；也可以按 m、e，書籤按 d。
notes-back = 回到文章列表
notes-field = 篩選筆記：原文、批註、#標籤
notes-by-place = 按文章次序
notes-by-time = 按改動時間
notes-files = 筆記的匯出與匯入
notes-markdown = 存為 Markdown，帶回到原文的連結
notes-csv = 存為 CSV，用 Excel、WPS 開啟
json = JSON
notes-json = 存為 W3C 網路註記（JSON-LD），可以再匯入
notes-import = 匯入
notes-imported = 新增 { $new } 條，{ $known } 條已有
notes-imported-some = 新增 { $new } 條，{ $known } 條已有，{ $unread } 條沒有原文，未匯入
notes-unread = 這不是註記檔
# How the name of a file begins.
notes-file = 筆記
notes-source = 來源
notes-quote = 原文
notes-link = 連結
notes-damaged = 有 { $count } 條筆記讀不出來，內容另存在瀏覽器裡，沒有刪除。
notes-damaged-save = 存為檔案
notes-lost = 瀏覽器沒有存下筆記，關閉頁面就會遺失。請先匯出。
more-notes = 繼續顯示（還有 { $count } 條）
note-kind = 記號
note-yellow = 黃 · 虛線
note-green = 綠 · 雙線
note-blue = 藍 · 波線
note-rose = 紅 · 點線
note-bookmark = 書籤
note-text = 批註
note-tags = 標籤
note-go = 到原處
note-settle = 就定在現在的位置
note-remove = 刪除
note-done = 完成
note-write = 寫批註
note-change = 修改
note-lost = 原處已找不到這段文字
note-moved = 這段文字不在原處，在原文第 { $line } 行找到
note-no-article = 文章不在文庫裡
note-marked = 已標記
note-marked-already = 這裡已經標記過
note-bookmarked = 已加書籤
note-removed = 已刪除
note-said = 第 { $at } 條筆記，共 { $of } 條：「{ $quote }」 { $text }
command-mark = 標記所選或正讀的一段
command-note = 寫批註
command-bookmark = 加書籤
command-next-note = 下一條筆記
command-previous-note = 上一條筆記
## Keyword lists

lists-short = 詞表
lists = 詞表
    .lead = 把常看的詞列成表：打開的詞表在每篇文章裏都標出來，並逐篇計數。
    .open = 打開詞表檔案
    .save = 全部存為文字檔
    .damaged = 有 { $count } 個詞表沒能完整讀出；能讀的都在，原來的內容另存在瀏覽器裏。
    .not-kept = 瀏覽器沒有儲存詞表，關掉頁面就會丟失；請先存為文字檔。
    .taken = 收下 { $count } 個詞表
    .restored = 已復原上一步
legend = 詞表的詞
new-list = 我的詞表
    .field = 新詞表的名稱
    .make = 新建
edit-list = 編輯
    .of = 編輯「{ $name }」
list-terms = { $count } 個詞
list-name = 名稱
list-share = 複製連結
    .hint = 連結裏帶着整個詞表，誰打開都能用
list-save = 存為文字檔
list-remove = 刪除詞表
list-offer = 連結帶來的詞表「{ $name }」
list-keep = 保留
list-leave = 不要
list-added = 「{ $name }」加了 { $count } 個詞
list-removed = 已刪除「{ $name }」，可以復原
term-style = 標記
term-remove = 去掉「{ $term }」
terms-add = 加入
    .field = 一行一個詞；甲|乙 是同一個詞的兩種寫法
style-solid = 紅，實線
style-dotted = 藍，點線
style-dashed = 綠，虛線
style-wavy = 紫，波浪線
style-double = 棕，雙線
odd = 第 { $line } 行「{ $text }」{ $why }
    .no-text = 沒有可查的字
    .too-long = 太長，沒有加入
    .repeated = 已經有了
    .too-many = 超出詞表的限度，沒有加入
    .no-style = 的標記看不懂，按順序標記
    .other-version = 是別的版本寫的，沒有讀
more-odd = 另有 { $count } 行
tally = 各篇次數
    .total = 合計
    .where = 位置
    .none = 打開一個有詞的詞表，這裏會列出每篇文章裏的次數。
    .counting = 正在計數……
add-to-list = 加入詞表
    .which = 加入哪個詞表
added-to = 已加入「{ $name }」
## Corrections of words

word-tools = 更正分詞
word-is = 這個詞是
split-here = 斷開
split-word = 斷為「{ $one }」和「{ $other }」
join-before = 與前一詞併為「{ $word }」
join-after = 與後一詞併為「{ $word }」
name-selected = 定為詞
take-back = 撤銷
amended-word = 「{ $word }」是一個詞
amended-word-as = 「{ $word }」是一個詞：{ $tag }
amended-no-word = 「{ $word }」不是詞
amended-split = 「{ $word }」分作「{ $one }」和「{ $other }」
lexicon = 詞的更正
    .lead = 更正存在這個瀏覽器裡。分詞、詞卡、關鍵詞和按詞的計數隨之改變；檢索照舊，一處不少。
    .none = 還沒有更正。在詞卡裡可以把詞併起來、斷開，或者說明它是人名、地名；選中幾個字，也可以定為一個詞。
    .not-kept = 瀏覽器沒有保存這些更正，關掉頁面就沒有了；請存為檔案。
    .damaged = 有 { $count } 條更正讀不出來，另存在瀏覽器裡，沒有刪除。
    .more = 再顯示一些（還有 { $count } 條）
    .export = 存為詞典
    .import = 打開詞典
    .clear = 全部撤銷
    .file = 使用者詞典.txt
    .imported = 讀入 { $count } 個詞。
    .bad = 有 { $count } 行沒有讀入：
bad-line = 第 { $line } 行 { $text }：{ $why }
bad-word-not-understood = 一行應是詞、詞頻、詞性，後兩項可以省去
bad-word-too-long = 詞太長
cutting-loading = 詞典載入中，只需一次……
cutting-left = 重新分詞中，還有 { $count } 段……
cutting-failed = 詞典用不了，更正還沒有全部生效。{ $why }
cutting-retry = 再試一次
segmenter-silent = 等了兩分鐘，沒有載入。

## The keys and the palette

keys = 按鍵
palette = 操作和文章
    .field = 輸入操作或文章的名稱
    .none = 沒有這樣的操作或文章
command-down = 清單往下
command-up = 清單往上
command-vertical = 直排、橫排
command-by-article = 檢索結果：篇章
command-in-context = 檢索結果：語境
command-theme = 换顏色
command-help = 按鍵和檢索的寫法
by-key = { $does }（按 { $key } 鍵）
own-keys = 變更快速鍵
    .lead = 填一個字母、數字或半形符號，或者 g 加一個；留空恢復預設。
    .reset = 快速鍵恢復預設
key-taken = { $key } 已經用於「{ $command }」，沒有變更。
key-unfit = 「{ $typed }」不能作快速鍵：要一個字母、數字或半形符號，或者 g 加一個。
