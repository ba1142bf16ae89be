//! The main paths in Firefox: the list, a search by keys, an article with its hits, hits in their contexts, pinyin,
//! the other script, a document of the reader's own; and most of that in the site as one page, from the disk.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use serde_json::{Value, json};

use crate::single::OnDisk;
use crate::site::{Site, Trouble};

/// Firefox is slower to start, and to compile.
const PATIENCE: Duration = Duration::from_secs(60);

/// A window of Firefox, driven as W3C's WebDriver has it; it ends with this.
pub struct Firefox {
    driver: Child,
    port: u16,
    session: String,
}

impl Firefox {
    pub fn new() -> Firefox {
        let program = env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
        // Free just now; what else asks for a port gets another.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
        let port = port.expect("a port is free").port();
        let driver = Command::new(program)
            .args(["--port", &port.to_string(), "--log", "fatal"])
            .stdout(Stdio::null())
            .spawn()
            .expect("no geckodriver could be started; `cargo xtask setup` says how to get one");
        let mut firefox = Firefox { driver, port, session: String::new() };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "geckodriver does not listen");
            thread::sleep(Duration::from_millis(50));
        }
        let mut options = json!({
            "args": ["-headless", "--width=1280", "--height=860"],
            "prefs": {"intl.accept_languages": "zh-CN"},
        });
        if let Some(binary) = env::var("FIREFOX").ok().filter(|path| !path.is_empty()) {
            options["binary"] = binary.into();
        }
        let wanted = json!({"capabilities": {"alwaysMatch": {"moz:firefoxOptions": options}}});
        let session = firefox.ask("POST", "/session", &wanted);
        firefox.session = session["sessionId"].as_str().expect("a session").to_owned();
        firefox
    }

    /// Asks the driver, and answers what it says.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it can wait");
        let body = if method == "POST" { body.to_string() } else { String::new() };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .expect("it takes the question");
        let (mut answer, mut length) = (BufReader::new(stream), 0);
        loop {
            let mut line = String::new();
            answer.read_line(&mut line).expect("it answers");
            let line = line.trim().to_ascii_lowercase();
            if let Some(bytes) = line.strip_prefix("content-length:") {
                length = bytes.trim().parse().expect("a number");
            }
            if line.is_empty() {
                break;
            }
        }
        let mut text = vec![0; length];
        answer.read_exact(&mut text).expect("all of it");
        let answer: Value = serde_json::from_slice(&text).expect("JSON");
        assert!(answer["value"]["error"].is_null(), "{method} {path}: {}", answer["value"]);
        answer["value"].clone()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}{path}", self.session), body)
    }

    pub fn open(&self, url: &str) {
        self.post("/url", &json!({"url": "about:blank"}));
        self.post("/url", &json!({"url": url}));
    }

    /// What a JavaScript expression gives.
    fn value(&self, expression: &str) -> Value {
        let script = format!("return {expression}");
        self.post("/execute/sync", &json!({"script": script, "args": []}))
    }

    #[track_caller]
    pub fn wait(&self, condition: &str) {
        let start = Instant::now();
        while self.value(&format!("!!({condition})")) != Value::Bool(true) {
            let body = self.value("document.body.innerText.slice(0, 400)");
            assert!(start.elapsed() < PATIENCE, "this did not come: {condition}\nthe page: {body}");
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// Types into an element, as keys do.
    fn type_into(&self, selector: &str, text: &str) {
        let found = self.post("/element", &json!({"using": "css selector", "value": selector}));
        let element =
            found.as_object().and_then(|of| of.values().next()?.as_str().map(String::from));
        let element = element.expect("an element");
        self.post(&format!("/element/{element}/value"), &json!({"text": text}));
    }

    fn click(&self, selector: &str) {
        self.wait(&format!("document.querySelector('{selector}')"));
        self.value(&format!("(document.querySelector('{selector}').click(), 0)"));
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // Firefox ends with its session, and not with the driver.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = write!(
                stream,
                "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.session, self.port
            );
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let _ = stream.read(&mut [0; 64]);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

const LISTED: &str = "document.querySelectorAll('[data-status=ready] .entry').length >= 5";

const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d&words=1";

/// Through the list and a search to an article; `at` is the address of what is below the page's.
fn search_and_read(page: &Firefox, at: impl Fn(&str) -> String) {
    page.open(&at(""));
    page.wait(LISTED);
    page.type_into("#search", "光谷·智创园");
    page.wait("document.querySelectorAll('.results-in').length === 1");
    page.wait("document.querySelector('.list-head').innerText.includes('2 处')");
    // U+E007 is the Enter key.
    page.type_into("#search", "\u{e007}");
    page.wait("document.querySelector('mark[aria-current]')?.innerText === '光谷·智创园'");
    page.wait(
        "(() => { const r = document.querySelector('mark[aria-current]').getClientRects()[0]; \
         return r.top > 60 && r.bottom < innerHeight - 40; })()",
    );
    page.wait("document.querySelector('.hit-place').innerText.startsWith('1 / 2')");
    page.open(&at("#q=科学城&lines=place"));
    page.wait("document.querySelectorAll('.lines tbody tr').length > 20");
}

/// What is loaded when it is wanted: the readings, the other script.
fn use_all(page: &Firefox, at: impl Fn(&str) -> String) {
    page.open(&at(ARTICLE));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    page.type_into("body", "p");
    page.wait("document.querySelector('rt')");
    page.type_into("body", "p");
    page.wait("!document.querySelector('rt')");
    page.wait("document.querySelectorAll('#settings input[name=script]').length === 3");
    page.value("(document.querySelectorAll('#settings input[name=script]')[2].click(), 0)");
    page.wait("document.querySelector('.article').innerText.includes('電子')");
    page.value("(document.querySelectorAll('#settings input[name=script]')[0].click(), 0)");
    page.wait("!document.querySelector('.article').innerText.includes('電子')");
}

/// A document of the reader's own is taken in, and found.
fn take_in(page: &Firefox, at: impl Fn(&str) -> String, name: &str, text: &str) {
    page.open(&at(""));
    page.wait(LISTED);
    page.click(".to-library");
    page.wait("document.querySelector('#library[open] #give-file')");
    page.value(&format!(
        "(() => {{ const files = new DataTransfer(); files.items.add(new File([{}], {})); \
         const field = document.querySelector('#give-file'); field.files = files.files; \
         field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()",
        Value::from(text),
        Value::from(name)
    ));
    page.wait("document.querySelector('#library .taking-done')");
    page.open(&at(&format!("#q={text}")));
    page.wait("document.querySelectorAll('.results-in').length === 1");
}

/// The addresses of a site.
fn of(site: &Site) -> impl Fn(&str) -> String {
    |below| site.url(below)
}

#[test]
fn the_main_paths_work_in_firefox() {
    let (site, page) = (Site::built(), Firefox::new());
    search_and_read(&page, of(&site));
    use_all(&page, of(&site));
    take_in(&page, of(&site), "山行.txt", "远上寒山石径斜");
}

#[test]
fn in_firefox_too_all_works_without_the_host() {
    let (site, page) = (Site::built(), Firefox::new());
    page.open(&site.url(""));
    page.wait("navigator.serviceWorker.controller?.state === 'activated'");
    use_all(&page, of(&site));
    take_in(&page, of(&site), "山行.txt", "远上寒山石径斜");
    site.trouble(Trouble::Away);
    search_and_read(&page, of(&site));
    use_all(&page, of(&site));
    take_in(&page, of(&site), "江雪.txt", "千山鸟飞绝");
}

#[test]
fn in_firefox_too_one_page_from_the_disk_does_all() {
    let (on_disk, page) = (OnDisk::new("single-firefox"), Firefox::new());
    let at = |below: &str| on_disk.url(below);
    search_and_read(&page, at);
    use_all(&page, at);
    // A note, which is there again.
    page.type_into("body", "m");
    page.wait("document.querySelector('.note-done:not(.idle), .note-card')");
    page.open(&at("#notes=1"));
    page.wait("document.querySelectorAll('.note-entry').length === 1");
    take_in(&page, at, "山行.txt", "远上寒山石径斜");
}
