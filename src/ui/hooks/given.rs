//! Files that the reader gives to the page: chosen, dropped with whole folders, or pasted. Here they stay
//! until their bytes are wanted; the state knows their names and sizes only. They are gone through a few
//! hundred at a time, so that the page goes on meanwhile.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use web_sys::{
    Blob, DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};
use yew::Callback;

use super::clock::now_ms;
use crate::state::{Action, Bytes, LibraryStep, Offered, Piece};
use crate::ui::wording;

/// So many files are gone through in one task, and no more once it has taken so long: of files on a disk
/// some browsers look up the size of each when they are asked for it.
const AT_ONCE: usize = 200;
const SLICE_MS: u64 = 15;

thread_local! {
    /// The files that were given, by their numbers.
    static FILES: RefCell<BTreeMap<u32, File>> = const { RefCell::new(BTreeMap::new()) };
    /// The number of the last.
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// How often what was still to be looked for in folders was not wanted any more.
    static STOPS: Cell<u32> = const { Cell::new(0) };
}

/// Where files come into the library, and who hears of it.
#[derive(Clone, PartialEq)]
pub struct Given {
    /// The collection; empty for none.
    pub collection: Rc<str>,
    pub act: Callback<Action>,
}

impl Given {
    /// Into no collection.
    pub fn to(act: &Callback<Action>) -> Given {
        Given { collection: "".into(), act: act.clone() }
    }

    fn tell(&self, step: LibraryStep) {
        self.act.emit(Action::Library(step));
    }

    /// Files are given: as in a list of the browser's, which may be emptied meanwhile.
    pub fn files(&self, files: &JsValue) {
        let begun = begin(self);
        self.files_from(Array::from(files), 0, begun);
    }

    fn files_from(&self, files: Array, from: u32, begun: u32) {
        let end = now_ms() + SLICE_MS;
        let (mut some, mut to) = (Vec::new(), from);
        while to < files.length() && some.len() < AT_ONCE && (to == from || now_ms() < end) {
            some.extend(files.get(to).dyn_into::<File>().ok().map(|file| found(path(&file), file)));
            to += 1;
        }
        self.offer(some);
        if to < files.length() && begun == STOPS.get() {
            let given = self.clone();
            Timeout::new(0, move || given.files_from(files, to, begun)).forget();
        } else {
            self.tell(LibraryStep::Looking(false, now_ms()));
        }
    }

    /// What is dropped: files, and folders with all that is in them.
    pub fn dropped(&self, dropped: &DataTransfer) {
        // What can be dropped is only to be had now.
        let items = dropped.items();
        let items = (0..items.length()).filter_map(|at| items.get(at));
        let (mut entries, mut files) = (Vec::new(), Vec::new());
        for item in items.filter(|item| item.kind() == "file") {
            match (item.webkit_get_as_entry(), item.get_as_file()) {
                (Ok(Some(entry)), _) if entry.is_directory() => entries.push(entry),
                (_, Ok(Some(file))) => files.push(found(path(&file), file)),
                _ => {}
            }
        }
        let begun = begin(self);
        self.offer(files);
        let given = self.clone();
        spawn_local(async move {
            given.walk(entries, begun).await;
            given.tell(LibraryStep::Looking(false, now_ms()));
        });
    }

    /// Goes through folders; a file that is gone meanwhile is left out.
    async fn walk(&self, entries: Vec<FileSystemEntry>, begun: u32) {
        let mut files = Vec::new();
        let mut left = entries;
        left.reverse();
        while let Some(entry) = left.pop().filter(|_| begun == STOPS.get()) {
            let path = entry.full_path().trim_start_matches('/').to_owned();
            if entry.is_directory() {
                left.extend(inside(entry.unchecked_into()).await.into_iter().rev());
            } else if let Some(file) = file_of(entry.unchecked_into()).await {
                files.push(found(path, file));
            }
            if files.len() >= AT_ONCE {
                self.offer(std::mem::take(&mut files));
            }
        }
        if begun == STOPS.get() {
            self.offer(files);
        }
    }

    /// A text is given, as a file of this name.
    pub fn text(&self, text: &str, name: &str) {
        let parts = Array::of1(&JsValue::from_str(text));
        if let Ok(file) = File::new_with_str_sequence(&parts, name) {
            begin(self);
            self.offer(vec![found(name.to_owned(), file)]);
            self.tell(LibraryStep::Looking(false, now_ms()));
        }
    }

    fn offer(&self, files: Vec<Found>) {
        let files = files.into_iter().filter(|found| !is_of_system(&found.path));
        let offered: Vec<Offered> = files
            .map(|Found { path, file, bytes }| {
                let number = LAST.get() + 1;
                LAST.set(number);
                FILES.with_borrow_mut(|files| files.insert(number, file));
                Offered { number, path, bytes }
            })
            .collect();
        if !offered.is_empty() {
            self.tell(LibraryStep::Offered(offered, self.collection.clone(), now_ms()));
        }
    }
}

/// A file, its name with the folders before it, and its size.
struct Found {
    path: String,
    file: File,
    bytes: u64,
}

fn found(path: String, file: File) -> Found {
    let bytes = file.size() as u64;
    Found { path, file, bytes }
}

/// Says that files are given from now on. How often that was stopped before: what is stopped later is to
/// end, and what is given after that goes on.
fn begin(given: &Given) -> u32 {
    given.tell(LibraryStep::Looking(true, now_ms()));
    STOPS.get()
}

/// Nothing more is to be looked for in folders.
pub fn stop() {
    STOPS.set(STOPS.get() + 1);
}

/// None of the files is wanted any more.
pub fn forget() {
    FILES.with_borrow_mut(BTreeMap::clear);
}

/// The name of a file, and before it the folders that were chosen.
fn path(file: &File) -> String {
    let below = Reflect::get(file, &JsValue::from_str("webkitRelativePath"));
    let below = below.ok().and_then(|path| path.as_string());
    below.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Whether a file in a folder is one that the system, and no person, put there.
fn is_of_system(path: &str) -> bool {
    let inside = path.split_once('/').map_or("", |(_, inside)| inside);
    let name = inside.rsplit('/').next().unwrap_or_default();
    inside.split('/').any(|part| part.starts_with('.'))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// What is in a folder: a browser tells it in pieces, the last of which is empty.
async fn inside(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let some = asked(|done, failed| {
            reader.read_entries_with_callback_and_callback(done, failed).map_err(|_| ())
        });
        let some = some.await.map(|some| Array::from(&some)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(JsCast::unchecked_into));
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Option<File> {
    let file = asked(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await?.dyn_into().ok()
}

/// What a function calls back with; `None` where it fails.
async fn asked(ask: impl Fn(&Function, &Function) -> Result<(), ()>) -> Option<JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if ask(&done, &failed).is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()
}

/// The bytes of pieces; of one that cannot be read, why.
pub async fn read(pieces: &[Piece]) -> Vec<Bytes> {
    if pieces.len() > 1
        && let Some(all) = read_together(pieces).await
    {
        return all;
    }
    // All are begun before the first is waited for.
    let reading: Vec<Result<JsFuture, String>> = pieces.iter().map(begin_to_read).collect();
    let mut all = Vec::new();
    for one in reading {
        all.push(match one {
            Ok(bytes) => {
                bytes.await.map(|it| Uint8Array::new(&it).to_vec()).map_err(|why| said(&why))
            }
            Err(why) => Err(why),
        });
    }
    all
}

/// The bytes of whole files, read as one: the browser takes as long for each that it reads, small ones too,
/// and keeps the page waiting. `None` where one of them cannot be read, or is another than it was.
async fn read_together(pieces: &[Piece]) -> Option<Vec<Bytes>> {
    let parts = Array::new();
    for piece in pieces.iter().filter(|piece| piece.is_all()) {
        parts.push(&file(piece)?.into());
    }
    let blob = Blob::new_with_blob_sequence(&parts).ok()?;
    let all = Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.ok()?);
    let lengths = pieces.iter().map(|piece| (piece.to - piece.from) as u32);
    let mut end = 0;
    let bytes = lengths.map(|length| {
        end += length;
        Ok(all.subarray(end - length, end).to_vec())
    });
    let bytes = bytes.collect();
    (end == all.length()).then_some(bytes)
}

fn begin_to_read(piece: &Piece) -> Result<JsFuture, String> {
    let file = file(piece).ok_or_else(|| wording::FILE_GONE.to_string())?;
    if piece.is_all() {
        return Ok(JsFuture::from(file.array_buffer()));
    }
    let part = file.slice_with_f64_and_f64(piece.from as f64, piece.to as f64);
    part.map(|part| JsFuture::from(part.array_buffer())).map_err(|why| said(&why))
}

fn file(piece: &Piece) -> Option<Blob> {
    FILES.with_borrow(|files| files.get(&piece.number).cloned()).map(Blob::from)
}

/// What the browser says.
fn said(why: &JsValue) -> String {
    let message = Reflect::get(why, &JsValue::from_str("message"));
    message.ok().and_then(|message| message.as_string()).unwrap_or_else(|| format!("{why:?}"))
}

/// Reads the text on the clipboard, if the reader lets the page; tells whether there was one.
pub fn paste(given: &Given, name: String, told: Callback<bool>) {
    let given = given.clone();
    let clipboard =
        Reflect::get(&gloo::utils::window().navigator(), &JsValue::from_str("clipboard"));
    let clipboard = clipboard.ok().and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok());
    // Some browsers let no page read it by itself.
    let can_read =
        clipboard.filter(|it| Reflect::has(it, &JsValue::from_str("readText")) == Ok(true));
    let Some(clipboard) = can_read else { return told.emit(false) };
    let promise = clipboard.read_text();
    spawn_local(async move {
        let text = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
        let text = text.filter(|text| !text.trim().is_empty());
        told.emit(text.is_some());
        text.into_iter().for_each(|text| given.text(&text, &name));
    });
}
