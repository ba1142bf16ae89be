//! The built site behind a static file server on this machine, as a plain host would serve it;
//! under a sub-path, because hosts do that too; packed, if that is asked for, as most hosts do. It can go away,
//! and break off in the middle of a file.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// A slow line, as Lighthouse has it for phones.
const LINE_BITS: f64 = 1.6e6;
const LINE_LATENCY: Duration = Duration::from_millis(150);

/// So many bytes are sent at once.
const PIECE: usize = 1_400;

/// The folder below the host's root that the site is served from.
const BELOW: &str = "/some/folder/";

/// The folder of the site that `cargo xtask` has built.
pub fn dist() -> PathBuf {
    let folder = env::var_os("JIANYUE_DIST").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| PathBuf::from("dist"));
    assert!(
        folder.join("index.html").is_file(),
        "there is no site in {}; `cargo xtask test e2e` builds it first",
        folder.display()
    );
    folder
}

/// A site that is served until the program ends.
pub struct Site {
    /// Where the site's files lie.
    pub folder: PathBuf,
    address: String,
    trouble: Arc<Mutex<Trouble>>,
    /// When the line is free again, if it is slow.
    line: Arc<Mutex<Option<Instant>>>,
}

impl Site {
    /// Serves the site that `cargo xtask` has built.
    pub fn built() -> Site {
        Site::serve(dist())
    }

    /// Serves a folder.
    pub fn serve(folder: PathBuf) -> Site {
        Site::over(folder, None)
    }

    /// Serves the built site packed with brotli.
    pub fn packed() -> Site {
        Site::over(Site::built().folder, Some(Arc::default()))
    }

    fn over(folder: PathBuf, packed: Option<Packed>) -> Site {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it is bound"));
        let (root, trouble) = (folder.clone(), Arc::<Mutex<Trouble>>::default());
        let line = Arc::<Mutex<Option<Instant>>>::default();
        let (theirs, its) = (trouble.clone(), line.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (root, packed, trouble) = (root.clone(), packed.clone(), theirs.clone());
                let line = its.clone();
                // A browser that goes away in the middle is no fault of the site.
                thread::spawn(move || respond(stream, &root, packed, &trouble, &line));
            }
        });
        Site { folder, address, trouble, line }
    }

    /// From now on the line to it is that of a phone far from the mast: all answers share [`LINE_BITS`] a
    /// second, and each comes [`LINE_LATENCY`] later.
    pub fn slow_line(&self) {
        *self.line.lock().expect("unbroken") = Some(Instant::now());
    }

    /// From now on the host is in this trouble.
    pub fn trouble(&self, trouble: Trouble) {
        *self.trouble.lock().expect("unbroken") = trouble;
    }

    /// The address of a page of the site; `query` with its `?`, or empty.
    pub fn url(&self, query: &str) -> String {
        format!("{}{BELOW}{query}", self.address)
    }

    /// Whether an address is one of this site, or of no host at all.
    pub fn has(&self, url: &str) -> bool {
        url.starts_with(&self.address) || url.starts_with("data:") || url.starts_with("blob:")
    }
}

/// What ails the host.
#[derive(Clone, Default, PartialEq)]
pub enum Trouble {
    #[default]
    None,
    /// It answers nothing.
    Away,
    /// It breaks off in the middle of the files whose names begin so.
    BreaksOff(&'static str),
}

/// The files that were asked for so far, packed.
type Packed = Arc<Mutex<HashMap<PathBuf, Vec<u8>>>>;

fn respond(
    mut stream: TcpStream,
    root: &Path,
    packed: Option<Packed>,
    trouble: &Mutex<Trouble>,
    line: &Mutex<Option<Instant>>,
) -> std::io::Result<()> {
    let mut request = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    request.read_line(&mut first)?;
    let mut header = String::from("more");
    while !header.trim().is_empty() {
        header.clear();
        request.read_line(&mut header)?;
    }
    let trouble = trouble.lock().expect("unbroken").clone();
    if trouble == Trouble::Away {
        return Ok(());
    }
    let target = first.split(' ').nth(1).unwrap_or("/");
    let path = target.split('?').next().unwrap_or("/");
    let file = match path.strip_prefix(BELOW) {
        Some("") => Some("index.html"),
        Some(file) if !file.contains("..") => Some(file),
        _ => None,
    };
    let file_path = root.join(file.unwrap_or_default());
    let body = file.and_then(|_| fs::read(&file_path).ok());
    let body = body.map(|body| match &packed {
        None => body,
        Some(packed) => {
            let mut packed = packed.lock().expect("unbroken");
            packed.entry(file_path).or_insert_with(|| press::brotli(&body)).clone()
        }
    });
    // What is named after what it holds is kept: so the engine is fetched once, by the page before it is
    // wanted.
    let kept = if file.is_some_and(is_named) { "max-age=31536000, immutable" } else { "no-store" };
    let encoding = if packed.is_some() { "Content-Encoding: br\r\n" } else { "" };
    let (status, body) = body.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let kind = match file.and_then(|file| file.rsplit_once('.')).map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    if line.lock().expect("unbroken").is_some() {
        thread::sleep(LINE_LATENCY);
    }
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}Cache-Control: {kept}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    match trouble {
        Trouble::BreaksOff(name) if file.is_some_and(|file| file.starts_with(name)) => {
            stream.write_all(&body[..body.len() / 2])
        }
        _ => body.chunks(PIECE).try_for_each(|piece| {
            wait_for(line, piece.len());
            stream.write_all(piece)
        }),
    }
}

/// Waits until the line, if it is slow, has room for so many bytes.
fn wait_for(line: &Mutex<Option<Instant>>, bytes: usize) {
    let mut line = line.lock().expect("unbroken");
    let Some(free) = *line else { return };
    let now = Instant::now();
    let from = free.max(now);
    *line = Some(from + Duration::from_secs_f64(bytes as f64 * 8.0 / LINE_BITS));
    drop(line);
    thread::sleep(from - now);
}

/// Whether a file is named after what it holds.
fn is_named(file: &str) -> bool {
    let is_hash =
        |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    file.split(['-', '_', '.']).any(is_hash)
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the target folder can be written");
    for file in fs::read_dir(from).expect("the site is built").flatten() {
        let to = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &to);
        } else {
            fs::copy(file.path(), to).expect("copied");
        }
    }
}
