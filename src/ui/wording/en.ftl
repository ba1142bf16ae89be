### What the page says, in English.

-brand = Jianyue

brand = { -brand }
# The language's own name and how it is written in little space.
language-short = EN
language-switch = Language
title-page = { $title } – { $site }
title-query = “{ $query }” – { $site }
about-site = About this site
other-articles = Other articles
skip = Skip to the text
search = Search all articles
clear = Clear the search
contents = Articles
results = Results
reading = Text
back = All articles
back-to = All results ({ $found })
previous = Previous hit
next = Next hit
sort = Order
exact = Exact
    .hint = Script, width, case, punctuation and spaces must be as typed
so-far = still searching…
update-ready = A new version is ready.
update-take = Use it
update-later = Later
update-behind = Another page uses a new version now; this one is still of the one before.
reload = Reload
# The bar at the bottom of a phone; each name is one short word.
thumb-bar = Shortcuts
list-short = Articles
results-short = Results
settings-short = Settings

## What stands where there is no text

starting = Opening the library…
opening = Opening the article…
no-documents = No articles yet
    .hint = Put texts into the folder “seeds” and build again: they will be here.
no-hit = “{ $query }” was not found
no-hit-shorter = Try a shorter word, or only its essential characters.
no-hit-typo = Check for typing errors; traditional or simplified, width and case make no difference.
no-hit-spaces = Words with spaces between them must all be in one article; write | between them if one is enough. The ? in the search field shows how to search.
no-hit-here = “{ $query }” is not in this article
missing = There is no such article
    .hint = The address may be wrong, or the library is a newer one. Look for it among all articles.
failed = The search engine has failed
    .hint = No article is lost. Reload the page; if that does not help, try a newer browser.
silent = The search engine has not answered yet
    .hint = On a slow network, wait a little: the page goes on as soon as it answers. Or reload the page.
failure-other-build = The page and its search engine are of different versions: the site has just been updated. Reload the page.
failure-broken-library = The library is damaged ({ $what }); build the site again.
failure-other-version = The library has format { $found }, this program reads format { $wanted }; build both from the same source.
failure-fetch = { $address } cannot be fetched ({ $cause }). Reload the page, or check that the file is there.

## The first page

welcome = Read and search Chinese in your browser
    .lead = Broken lines are joined and jumbled columns put in order, so that a newspaper page reads from start to end. Type any character, word or sentence: every occurrence is found.
    .local = All reading and searching happens on this machine. There is no server, and nothing is uploaded.
key-search = Search

## Articles and hits

length = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
reading-time = { $minutes } min
library = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $length }
found = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
}
found-said = Found: { $found }
hits = { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
}
hit-said = { $hit } of { $hits }
nth = Hit { $hit }
title-field = Filter by title
no-title = No article has “{ $typed }” in its title
some-of = { $articles } of { $all } articles
more-articles = Show more ({ $count } left)
more-hits = { $hits } more
    .hint = More hits in this article
line = Line { $line } of the source
sort-fit = by relevance
sort-date = by date
sort-title = by title
sort-count = by number of hits
sort-place = as in the library

## Dates

date-year = { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Roles of blocks

role-body = Body
role-headline = Headline
role-kicker = Kicker
role-subhead = Subheading
role-byline = Byline
role-caption = Caption
role-credit = Photo credit
role-sidebar = Sidebar
role-pullquote = Pull quote
role-label = Section label

## The source beside the article, and its correction

original = Show source
    .hint = Show the source beside each paragraph
revision = Corrections
rules = Restoration
corrections = Corrections made
no-corrections = No corrections yet. Below each paragraph you can change its role, move it, or join it to the one before; any line of the source can begin a new paragraph.
source-is-safe = The source is never changed. Corrections stay in this browser; export them and put the file beside the text to publish them with the site.
not-kept = The browser has not kept the corrections: they are lost when the page is closed. Export them first.
export = Export corrections
import = Import corrections
reset = Reset
    .hint = Remove all corrections made in this browser
undo = Undo: { $correction }
undo-last = Undo
    .hint = Undo the last change; again to redo it
role = Role
up = Move up
down = Move down
join = Join to previous
split = New paragraph here
split-at = New paragraph here: line { $line }
of-block = { $does }: { $quote }
doubt = doubtful, { $sure }% sure
    .role = This may be another role
    .join = This line may not continue the one before
    .break = A new paragraph may not begin here
account = { $joined ->
    [one] { $joined } line joined
   *[other] { $joined } lines joined
}, { $doubled ->
    [one] { $doubled } duplicate removed
   *[other] { $doubled } duplicates removed
}, { $spaces ->
    [one] { $spaces } space removed
   *[other] { $spaces } spaces removed
}
account-hyphens = , { $count ->
    [one] { $count } hyphen removed
   *[other] { $count } hyphens removed
}
account-invisible = , { $count ->
    [one] { $count } invisible character removed
   *[other] { $count } invisible characters removed
}
misfits = { $count ->
    [one] { $count } correction not applied
   *[other] { $count } corrections not applied
}
more-misfits = and { $misfits }
misfit = Line { $line } of the corrections { $why }; not applied: { $text }
misfit-not-understood = is not understood
misfit-no-such-place = names a place that is not in the source
misfit-other-text = does not fit the source
misfit-nothing-before = has nothing before it to join
correction-role = Line { $line } “{ $quote }”: now { $role }
correction-split = New paragraph from line { $line } “{ $quote }”
correction-join = Line { $line } “{ $quote }” joined to the one before
correction-before = Line { $line } “{ $quote }” moved before line { $before }
correction-last = Line { $line } “{ $quote }” moved to the end
rule-lines = Join broken lines
rule-shadows = Remove doubled text
rule-spaces = Remove spaces
rule-hyphens = Line-end hyphens
rule-order = Reading order
reason-layout-space = Space of the layout, removed
reason-doubled = Printed twice, removed
reason-line-end-hyphen = Line-end hyphen, removed
reason-invisible = Invisible character, removed
patch-head = # { -brand } corrections for { $id }

## The theme

theme-auto = as the system
theme-light = paper
theme-sepia = sepia
theme-dark = dark
theme-contrast = high contrast
theme-switch = Theme: { $theme }

## The list of hits

shown-as = How results are shown
by-article = Articles
    .hint = Grouped by article, with the passages of each
in-context = In context
    .hint = One hit a line, the hits under each other; sort, select and export them
# How the name of a file begins.
lines-file = context
lines-caption = “{ $query }” in context, one hit a line
order = Order of the lines
order-place = as they stand
order-before = by text before
order-after = by text after
order-article = by article
order-date = by date
width = Characters on each side
width-of = { $chars } on each side
most = Number of lines
most-all = all
most-of = sample of { $lines }
choose-all = Select all lines shown
choose-line = Select line { $line }
choose-hint = Hold Shift to select a range
before = Before
hit = Hit
after = After
article = Article
date = Date
line-number = Line
no-lines = This search only restricts the articles; it has no words to list.
lines-sampled = Sample of { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
lines-all = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
lines-chosen = { $lines } selected
more-lines = Show more ({ $lines } left)
from = { $date }, { $line }
export-lines = Copy and save
copy = Copy
    .hint = Copy as a table, to paste into a spreadsheet
csv = CSV
    .hint = Save as CSV, for Excel or LibreOffice
tsv = TSV
    .hint = Save as tab-separated text, for corpus tools
markdown = Markdown
    .hint = Save as a Markdown table, for notes
copied = { $lines ->
    [one] { $lines } line copied
   *[other] { $lines } lines copied
}
saved = { $lines ->
    [one] { $lines } line saved
   *[other] { $lines } lines saved
}
refused = The browser does not allow copying; save a file instead

## What narrows a query, and what it could be

told-apart-none = Match…
told-apart-all = Match all
told-apart-some = Match { $count }
told-apart-hint = What is ticked must be as typed; the rest makes no difference
fold-width = Full or half width
fold-case = Upper or lower case
fold-script = Traditional or simplified
fold-variants = Variant characters
fold-marks = Forms of punctuation
fold-spaces = Spaces
fold-separators = Thousands separators
narrow = Narrow down
narrow-on = Only these
narrow-off = No longer only these
year-unknown = no date
year-facet = { $year }: { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
hits-facet = { $kind }: { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
}
part-of-word = part of a word
several-words = several words
meant = Did you mean
completions = Continue with
titled = { $title }
recent = Recent searches
forget = Clear

## Parts of speech

tag-unknown = no part of speech
tag-a = adjective
tag-ad = adverbial adjective
tag-an = nominal adjective
tag-b = attributive
tag-c = conjunction
tag-d = adverb
tag-eng = foreign word
tag-f = locative
tag-i = idiom
tag-j = abbreviation
tag-l = set phrase
tag-m = numeral
tag-mq = numeral and measure
tag-n = noun
tag-nr = personal name
tag-nrt = foreign name
tag-ns = place name
tag-nt = organisation
tag-nz = proper noun
tag-o = onomatopoeia
tag-p = preposition
tag-q = measure word
tag-r = pronoun
tag-s = place word
tag-t = time word
tag-u = particle
tag-v = verb
tag-vd = adverbial verb
tag-vn = nominal verb
tag-y = modal particle
tag-z = descriptive
tag-morpheme = morpheme
tag-other = part of speech

## The language of queries

help = How to search
    .lead = Click an example to try it:
    .end = Operators are half-width; anything else is searched as it stands. Script, width, case, spaces and line breaks make no difference, unless “Exact” is ticked, or an item under “Match”.
about = { -brand } { $version }. The program is under the MIT or the Apache licence (2.0), as you choose.
licences = Licences of texts, data and libraries
close = Close
example-all = 重庆 高新区
    .does = articles with both words
example-phrase = "敢闯敢干 奋勇争先"
    .does = exactly what is in the quotation marks, spaces too
example-or = 软件 | 芯片
    .does = one of the two is enough
example-not = 重庆 -成都
    .does = with the first, without the second
example-brackets = (软件 | 芯片) -小米
    .does = brackets come first
example-near = 重庆 ~10 高新区
    .does = no more than 10 characters apart
example-one = 中?电
    .does = ? is any one character
example-some = 中*党
    .does = * is up to ten characters
example-regex = /[0-9.]+亿元/
    .does = a regular expression
example-in = in:headline 科学城
    .does = only in headlines
example-by = by:夏元
    .does = this name is in the byline
example-date = date:2020..2021 重庆
    .does = only articles of these years
example-word = word:电子
    .does = a word by itself, not part of another
example-pos = pos:nr 王*
    .does = personal names that begin with “王”

## How a query was understood

understood-text = “{ $text }”
understood-regex = regular expression /{ $pattern }/
understood-word = the word { $text }
understood-tagged = words tagged { $tag }: { $text }
understood-open = { $text } ({ $kinds })
understood-one = ? is any character
understood-some = * is up to ten characters
understood-also-open = { $before }, { $kind }
understood-and = { $left } and { $right }
understood-or = { $left } or { $right }
understood-brackets = ({ $part })
understood-near = { $left } within { $within } characters of { $right }
understood-followed = { $left } followed within { $within } characters by { $right }
understood-in = { $role }: { $part }
understood-doc = documents with “{ $id }” in their id
understood-collection = documents in the collection “{ $name }”
understood-date = documents of { $date }
understood-from-to = documents from { $from } to { $to }
understood-from = documents from { $from } on
understood-to = documents up to { $to }
understood-dated = documents with a date
understood-lacks = without { $part }
understood-also-lacks = { $before } and { $lacks }
understood-lacking = documents { $lacks }
understood-among = only in { $documents }
understood-except = except { $documents }
understood-clauses = { $before }, { $clause }

## The settings of the reading page

settings = Reading settings
    .sign = Aa
    .damaged = { $count ->
        [one] { $count } setting could not be read; it is as at first. What was there is kept aside in the browser.
       *[other] { $count } settings could not be read; they are as at first. What was there is kept aside in the browser.
    }
theme = Colours
face = Typeface
face-song = Song
face-hei = Hei
face-kai = Kai
size = Size
measure = Line length
leading = Line height
script = Script
script-as-printed = As printed
script-simplified = Simplified
script-traditional = Traditional
script-converted = Shown in { $into } characters; search, counts and citations are of the text as printed.
script-converting = Converting the characters…
script-failed = The characters could not be converted: { $cause }
script-silent = the converter did not load; check the network, and choose again.
pinyin = Pinyin
pinyin-none = None
pinyin-missing = The lists of readings could not be fetched: check the network, then open the article again.
paragraphs = Paragraphs
paragraphs-indented = Indented
paragraphs-spaced = Spaced
lines-run = Lines run
lines-across = Across
lines-down = Down
justified = Both edges even
letter-keys = Single letters and signs as shortcuts (n, o, ? …)
as-at-first = Reset

## Around an article

keywords = Keywords
word = Word
words = Words
words-hint = Shows where words begin and end; click one, or press n, b and Enter, for what is known of it
command-words = Words of the article
command-pinyin = Pinyin above the lines
here = { $count } here
first-article = First
last-article = Last
words-before = Often before it
words-after = Often after it
new-words = New words
    .lead = Names and terms of these texts that the dictionary lacks, the surest first. Accepted words are kept for the segmentation; refused ones are not offered again.
    .keys = j and k: down and up; y or Enter: accept; x or Delete: refuse; u: undo.
    .of = { $tag } · { $found } · score { $score }
    .decided = Accepted { $accepted }, refused { $refused }
    .undo = Undo
    .none = No word is left to decide.
    .more = More words
    .accepted = Accepted words
    .refused = Refused words
    .unkept = The browser does not keep these decisions; they last until the page is closed.
    .damaged = { $count ->
        [one] { $count } decision could not be read. What was there is kept aside in the browser.
       *[other] { $count } decisions could not be read. What was there is kept aside in the browser.
    }
accept = Accept
    .word = Accept { $word }
refuse = Refuse
    .word = Refuse { $word }
bring-back = Bring back
    .word = Bring back { $word }
quote = Cite
citation-text = Text
copy-as = Copy as { $form }
copied-it = Copied
copy-refused-it = The browser does not allow copying
lines-from = Lines { $from } to { $to } of the source
outline = On this page
neighbours = Previous and next article
article-before = Previous article
article-after = Next article
source-of = Source: { $id }

## Marks and notes

mark-short = Mark
note-short = Note
selection-bar = What is selected
notes = Notes
note = Note
notes-count = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
notes-some = { $listed } of { $all } notes
notes-none = No notes yet. Select a passage of an article and choose Mark or Note; or press m, e, or d for a bookmark.
notes-back = Back to the articles
notes-field = Filter notes: passage, note, #tag
notes-by-place = By article
notes-by-time = Newest first
notes-files = Notes as files
notes-markdown = Save as Markdown, with links to the passages
notes-csv = Save as CSV for spreadsheets
json = JSON
notes-json = Save as W3C Web Annotations (JSON-LD), which can be imported again
notes-import = Import
notes-imported = { $new } new, { $known } known
notes-imported-some = { $new } new, { $known } known, { $unread } of no passage, not imported
notes-unread = This is no file of annotations
# How the name of a file begins.
notes-file = notes
notes-source = Source
notes-quote = Passage
notes-link = Link
notes-damaged = { $count ->
        [one] { $count } note could not be read. It is kept aside in the browser.
       *[other] { $count } notes could not be read. They are kept aside in the browser.
    }
notes-damaged-save = Save as a file
notes-lost = The browser does not keep the notes; they are lost when the page is closed. Export them first.
more-notes = Show more ({ $count } left)
note-kind = Kind
note-yellow = Yellow, dashed
note-green = Green, double
note-blue = Blue, wavy
note-rose = Rose, dotted
note-bookmark = Bookmark
note-text = Note
note-tags = Tags
note-go = Go to the passage
note-settle = Keep it where it is now
note-remove = Delete
note-done = Done
note-write = Write a note
note-change = Edit
note-lost = The passage is no longer found in the article
note-moved = The passage is no longer where it was; it was found at line { $line } of the source
note-no-article = Its article is not in the library
note-marked = Marked
note-marked-already = This is marked already
note-bookmarked = Bookmarked
note-removed = Deleted
note-said = Note { $at } of { $of }: “{ $quote }” { $text }
command-mark = Mark the selection or the paragraph
command-note = Write a note
command-bookmark = Bookmark
command-next-note = Next note
command-previous-note = Previous note
## Keyword lists

lists-short = Lists
lists = Keyword lists
    .lead = Put words that you follow in lists: those of a list that is on are marked in every article, and counted.
    .open = Open a list file
    .save = Save all as text
    .damaged = { $count ->
        [one] { $count } list could not be read as a whole; what could be read is here, and the rest is kept aside in the browser.
       *[other] { $count } lists could not be read as a whole; what could be read is here, and the rest is kept aside in the browser.
    }
    .not-kept = The browser has not kept the lists: they are lost when the page is closed. Save them as text first.
    .taken = { $count ->
        [one] { $count } list taken in
       *[other] { $count } lists taken in
    }
    .restored = Last change undone
legend = Words of the lists
new-list = My list
    .field = Name of a new list
    .make = New
edit-list = Edit
    .of = Edit “{ $name }”
list-terms = { $count ->
    [one] { $count } term
   *[other] { $count } terms
}
list-name = Name
list-share = Copy link
    .hint = The link has the whole list in it, for whoever opens it
list-save = Save as text
list-remove = Delete list
list-offer = A list from the link: “{ $name }”
list-keep = Keep
list-leave = Dismiss
list-added = { $count ->
    [one] { $count } term added to “{ $name }”
   *[other] { $count } terms added to “{ $name }”
}
list-removed = “{ $name }” deleted; this can be undone
term-style = Marking
term-remove = Remove “{ $term }”
terms-add = Add
    .field = One term a line; a|b are two spellings of one
style-solid = red, solid
style-dotted = blue, dotted
style-dashed = green, dashed
style-wavy = purple, wavy
style-double = brown, double
odd = Line { $line } “{ $text }” { $why }
    .no-text = has nothing to look for
    .too-long = is too long; not added
    .repeated = is there already
    .too-many = is beyond what a list can hold; not added
    .no-style = has an unknown marking; marked in turn
    .other-version = is of another version; not read
more-odd = { $count ->
    [one] and { $count } more line
   *[other] and { $count } more lines
}
tally = Counts by article
    .total = Total
    .where = Where
    .none = Switch on a list that has terms: their counts in each article will be here.
    .counting = Counting…
add-to-list = Add to list
    .which = To which list
added-to = Added to “{ $name }”
## Corrections of words

word-tools = Correct the words
word-is = It is a
split-here = Split it
split-word = Split into “{ $one }” and “{ $other }”
join-before = Join with the word before: “{ $word }”
join-after = Join with the next word: “{ $word }”
name-selected = This is a word
take-back = Undo
amended-word = “{ $word }” is a word
amended-word-as = “{ $word }” is a word: { $tag }
amended-no-word = “{ $word }” is no word
amended-split = “{ $word }” is “{ $one }” and “{ $other }”
lexicon = Corrected words
    .lead = Corrections are kept in this browser. Words, their cards and counts and the key words follow; what a search finds stays the same.
    .none = Nothing is corrected yet. The card of a word joins it with its neighbours, splits it, or says that it is a name; what is selected can be made a word, too.
    .not-kept = The browser does not keep these corrections: they are gone when the page is closed. Save them to a file.
    .damaged = { $count ->
        [one] { $count } correction cannot be read. It is set aside in the browser; nothing was deleted.
       *[other] { $count } corrections cannot be read. They are set aside in the browser; nothing was deleted.
    }
    .more = Show more ({ $count } left)
    .export = Save as a dictionary
    .import = Open a dictionary
    .clear = Undo all
    .file = user-dictionary.txt
    .imported = { $count ->
        [one] { $count } word was read.
       *[other] { $count } words were read.
    }
    .bad = { $count ->
        [one] { $count } line was left out:
       *[other] { $count } lines were left out:
    }
bad-line = Line { $line }, { $text }: { $why }
bad-word-not-understood = a line is a word, its frequency, its part of speech; the last two can be left out
bad-word-too-long = the word is too long
cutting-loading = Loading the dictionary, only this once …
cutting-left = { $count ->
    [one] Finding words anew, { $count } paragraph left …
   *[other] Finding words anew, { $count } paragraphs left …
}
cutting-failed = The dictionary does not work; the corrections are not all in force yet. { $why }
cutting-retry = Try again
segmenter-silent = It has not loaded within two minutes.

## Documents of the reader's own

own = My documents
    .open = Import…
    .lead = Texts that you take in are restored, read and searched like the others. They are kept in this browser and sent nowhere.
    .drop = Drop files or whole folders here, or anywhere on the page: .txt .md .html .epub .docx .pdf .csv .jsonl, or a .zip of them.
    .over = Let go to take the files in
    .files = Choose files
    .folder = Choose a folder
    .paste = Paste text
    .paste-refused = There is no text on the clipboard, or the browser does not let the page read it: press Ctrl+V here.
    .into = Into the collection (may be left empty)
    .none = No documents of your own yet.
    .listing = Listing…
    .field = Filter by title, author, date or file
    .of-collection = Collection
    .all-collections = All collections
    .damaged = Only damaged texts
    .listed = { $listed } of { $all ->
        [one] { $all } document
       *[other] { $all } documents
    }
    .more = Show more ({ $count } left)
    .choose = Choose “{ $title }”
    .choose-all = Choose all listed
    .chosen = { $count } chosen
    .put = Put into
    .put-field = Name of a collection
    .remove = Remove
    .remove-sure = { $count ->
        [one] Remove { $count } document, with the file that it came in, from this browser? This cannot be undone.
       *[other] Remove { $count } documents, with the files that they came in, from this browser? This cannot be undone.
    }
    .remove-do = Remove for good
    .remove-not = Keep
    .edit = Edit
    .edit-of = Edit “{ $title }”
    .title = Title
    .author = Author
    .date = Date (2021, 2021-03 or 2021-03-05)
    .collections = Collections, commas between them
    .encoding = Encoding
    .encoding-auto = as it seems to be
    .restored = Restoration
    .restored-auto = if it looks damaged
    .restored-yes = restored
    .restored-no = as it is
    .save = Save
    .cancel = Cancel
    .looks-damaged = looks damaged
    .is-restored = restored
    .bad-date = The date is not one of these forms.
# All of it in one file, and such a file given to the page.
single = Export as one page
    .hint = The chosen articles and the program in one file: it opens by a double click, without a network
    .of = Articles in the page
    .library = The library
    .own = My documents
take-out = Export everything…
    .hint = As one zip: the original files, the restored texts, notes, corrections, lists, settings. It can be read without this program; imported on another device, all of it is there.
    .gathering = Gathering…
    .name = Jianyue { $day }.zip
    .name-of = Jianyue { $day } ({ $part }).zip
    .see = See
    .done = Done
packing = Exporting, { $done } of { $all }
packing-progress = Export
exported-all = { $count ->
    [one] { $count } document exported, { $size }
   *[other] { $count } documents exported, { $size }
}
    .parts = In { $count } files, each of which can be imported by itself: keep them all.
brought = “{ $name }” is everything of a reader, as exported here
    .waits = Before it is imported: what is to be merged?
    .documents = { $count ->
        [one] { $count } document, { $known } of them already here
       *[other] { $count } documents, { $known } of them already here
    }
    .renamed = { $count ->
        [one] { $count } document has the id of another one here and gets a new one when it is imported; the notes and corrections that come with it go along.
       *[other] { $count } documents have the ids of others here and get new ones when they are imported; the notes and corrections that come with them go along.
    }
    .take = Import those that are not here
    .take-none = Import none
    .records = Notes, corrections, lists and settings
    .records-missing = Only add those that are not here
    .records-all = Take all, in the place of the same ones here
    .records-none = Take none
    .reload = If that adds or replaces any, the page is loaded anew at the end.
    .do = Merge
    .not = Do not merge
merging = Merging: { $taken } imported, { $known } already here, { $refused } not taken
merged = Merged: { $taken } imported, { $known } already here, { $refused } not taken
    .on = Go on with notes and settings
taking-percent = Importing, { $percent }%
taking-looking = Looking through folders…
taking-stopping = Stopping…
taking-files = { $done } of { $given ->
    [one] { $given } file
   *[other] { $given } files
}, { $read } of { $size }
taking-rate = { $rate }/s, { $time } left
taking-counts = { $taken } taken in, { $known } known already, { $refused } refused
taking-stop = Stop
taking-progress = Import
taken = { $taken ->
    [one] { $taken } document taken in
   *[other] { $taken } documents taken in
}, { $known } known already, { $refused } refused
    .left = Stopped: { $count ->
        [one] { $count } file was not read.
       *[other] { $count } files were not read.
    }
    .more = and { $count } more
    .see = Show
    .done = Done
seconds = { $count } s
minutes = { $count } min
refused-file = { $path }: { $why }
cause-empty = there is no text in it
cause-unknown = it is none of the formats that can be read; save it as .txt, .docx or .pdf first
cause-too-large = it has { $size }, and { $most } at most can be taken; split it first
cause-bomb = unpacked it has more than { $most }; unpack it, and choose what to take
cause-too-many = it holds more than { $most } files; unpack it, and take it in parts
cause-nested = it is an archive in an archive that is itself in one; unpack the outer one first
cause-bad-path = its name leads out of the archive; unpack it by hand
cause-locked = it is locked by a password; save it without one
cause-scanned = its { $pages ->
    [one] { $pages } page is a picture
   *[other] { $pages } pages are pictures
} without text; have a program for text recognition read it first
cause-no-text = no column is called text (it has { $columns }); name the column of the texts “text”
cause-broken = it is damaged or not what its name says ({ $what }); open it and save it anew
workshop-silent = the import did not answer
file-gone = the file is no longer there
trouble-full = The browser has no room for more. What was taken in is kept; remove documents that you do not need, or make room on the disk, then give the rest again.
trouble-closed = The browser keeps nothing for this page ({ $what }). Allow the site to keep data, or leave the private window, then try again.
trouble-no-text = Read that way, the file gives no text. The document is as it was; try another encoding.
trouble-no-page = The file that such a page is made of is not to be had ({ $what }). Try again with a network.
trouble-other-page = The site is newer than this page, and the file that such a page is made of with it. Reload the page, then try again.
trouble-program = That could not be done ({ $what }). Nothing was changed; try again, or reload the page.
stored = { $used } used
stored-of = { $used } used, { $free } free
    .not-kept = The browser may delete what it keeps when the page was not visited for some days. Keep your files; adding the site to the bookmarks or installing it helps.
pasted-file = Pasted { $time }.txt
collection = Collection
    .any = All documents
    .make = Save what is found as a collection
    .name = Name of the collection
    .save = Save
collected = { $count ->
    [one] { $count } document is in “{ $name }” now
   *[other] { $count } documents are in “{ $name }” now
}
    .left-out = { $count ->
        [one] { $count } more was found that is not yours: only your own documents can be in collections
       *[other] { $count } more were found that are not yours: only your own documents can be in collections
    }
format-text = text
format-table = table

## The keys and the palette

keys = Keys
palette = Commands and articles
    .field = Name of a command or an article
    .none = No such command or article
command-down = Down the list
command-up = Up the list
command-vertical = Lines down or across
command-by-article = Results by article
command-in-context = Results in context
command-theme = Other colours
command-help = Keys, and how to write a query
by-key = { $does } (key { $key })
own-keys = Change shortcuts
    .lead = Type a letter, a figure or a half-width sign, or g and one of them; an empty field resets it.
    .reset = Reset shortcuts
key-taken = { $key } is the key for “{ $command }”; nothing was changed.
key-unfit = “{ $typed }” cannot be a shortcut: type a letter, a figure or a half-width sign, or g and one of them.

## The plain pages, for readers without JavaScript and for search engines

pages-list = All articles
pages-lead = Texts to be read without the program. Search, notes and the rest need it.
pages-open = Open the program
pages-open-article = Open this article in the program
pages-before = Previous: { $title }
pages-after = Next: { $title }
