//! A real Chromium, driven as a person drives it: keys, clicks, an input method, the window's
//! size; and what came of it, read from the page.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use headless_chrome::browser::tab::ModifierKey;
use headless_chrome::browser::tab::point::Point;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, HeapProfiler, Input, Log, Network, Page as Cdp};
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::Value;

/// How long something may take before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the program is there, and the first screen is no longer all there is; a page without a program is
/// there when it is loaded.
const STARTED: &str = "document.querySelector('.app') ? \
                       (document.querySelector('.app').dataset.status ?? 'still') !== 'still' : \
                       document.readyState === 'complete'";

/// A tab with its own browser; both end with it.
pub struct Page {
    tab: Arc<Tab>,
    /// What the console said that it should not: errors, warnings, exceptions.
    console: Arc<Mutex<Vec<String>>>,
    /// All addresses asked for.
    requests: Arc<Mutex<Vec<String>>>,
    browser: Browser,
}

impl Page {
    /// Starts a browser of a Chinese reader, its window of a size in CSS pixels, and opens nothing
    /// yet.
    pub fn new(width: u32, height: u32) -> Page {
        Page::of("zh-CN", width, height)
    }

    /// Starts the browser of a reader of this language.
    pub fn of(language: &str, width: u32, height: u32) -> Page {
        let language = format!("--accept-lang={language}");
        let path = env::var_os("CHROME").map(PathBuf::from);
        let flags = [
            "--no-first-run",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &language,
        ];
        let options = LaunchOptions {
            path,
            sandbox: false,
            window_size: Some((width, height)),
            idle_browser_timeout: Duration::from_secs(900),
            args: flags.iter().map(OsStr::new).collect(),
            ..LaunchOptions::default()
        };
        let browser = Browser::new(options)
            .expect("no browser could be started; `cargo xtask setup` says how to get one");
        let page = Page::in_tab(browser);
        page.resize(width, height);
        page
    }

    /// Another tab of the same browser.
    pub fn another(&self) -> Page {
        Page::in_tab(self.browser.clone())
    }

    fn in_tab(browser: Browser) -> Page {
        let tab = browser.new_tab().expect("a tab");
        tab.set_default_timeout(PATIENCE);
        let page = Page { tab, console: Arc::default(), requests: Arc::default(), browser };
        page.listen();
        page
    }

    fn listen(&self) {
        let (console, requests) = (self.console.clone(), self.requests.clone());
        let listener = move |event: &Event| match event {
            Event::RuntimeConsoleAPICalled(event) => {
                console.lock().expect("unbroken").push(format!("{:?}", event.params.args));
            }
            Event::RuntimeExceptionThrown(event) => {
                console
                    .lock()
                    .expect("unbroken")
                    .push(format!("{:?}", event.params.exception_details));
            }
            Event::LogEntryAdded(event) => {
                console.lock().expect("unbroken").push(format!("{:?}", event.params.entry.text));
            }
            Event::NetworkRequestWillBeSent(event) => {
                requests.lock().expect("unbroken").push(event.params.request.url.clone());
            }
            _ => {}
        };
        self.tab.add_event_listener(Arc::new(listener)).expect("it listens");
        self.tab.enable_runtime().expect("console");
        self.tab.call_method(Log::Enable(None)).expect("log");
        let network = Network::Enable {
            max_total_buffer_size: None,
            max_resource_buffer_size: None,
            max_post_data_size: None,
            report_direct_socket_traffic: None,
            enable_durable_messages: None,
        };
        self.tab.call_method(network).expect("network");
    }

    /// Runs a script at the beginning of every page opened from now on.
    pub fn before_each_page(&self, source: &str) {
        self.tab
            .call_method(Cdp::AddScriptToEvaluateOnNewDocument {
                source: source.to_owned(),
                world_name: None,
                include_command_line_api: None,
                run_immediately: None,
            })
            .expect("it is kept");
    }

    /// From the next page on a script of a test may ask for what the page itself may not: what the
    /// browser saves lies at an address.
    pub fn set_policy_aside(&self) {
        self.tab.call_method(Cdp::SetBypassCSP { enabled: true }).expect("it is set aside");
    }

    /// Goes to an address as to a new page, also where only the fragment is another, and waits for its
    /// program.
    pub fn open(&self, url: &str) {
        self.open_first(url);
        self.wait(STARTED);
    }

    /// Goes there, and does not wait for its program.
    pub fn open_first(&self, url: &str) {
        self.tab
            .navigate_to("about:blank")
            .expect("it goes")
            .wait_until_navigated()
            .expect("blank");
        self.tab.navigate_to(url).expect("it goes").wait_until_navigated().expect("it is there");
    }

    pub fn reload(&self) {
        self.tab
            .reload(false, None)
            .expect("it reloads")
            .wait_until_navigated()
            .expect("it is there");
        self.wait(STARTED);
    }

    /// What a JavaScript expression gives, as JSON.
    #[track_caller]
    pub fn value(&self, expression: &str) -> Value {
        self.evaluate(expression).unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let object = self.tab.evaluate(&format!("JSON.stringify({expression}) ?? 'null'"), true);
        let object = object.map_err(|error| error.to_string())?;
        let text = object.value.as_ref().and_then(Value::as_str).unwrap_or("null");
        Ok(serde_json::from_str(text).unwrap_or(Value::Null))
    }

    /// The text of the first element that a selector finds, as it is seen; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        let value = self.value(&format!("document.querySelector('{selector}')?.innerText ?? ''"));
        value.as_str().unwrap_or("").to_owned()
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> u64 {
        self.value(&format!("document.querySelectorAll('{selector}').length")).as_u64().unwrap_or(0)
    }

    /// Waits until a JavaScript condition holds.
    #[track_caller]
    pub fn wait(&self, condition: &str) {
        self.wait_up_to(PATIENCE, condition);
    }

    /// The same, for what is known to take longer.
    #[track_caller]
    pub fn wait_up_to(&self, patience: Duration, condition: &str) {
        let start = Instant::now();
        let mut answer = self.evaluate(&format!("!!({condition})"));
        // A page that goes away while it is asked, as one that loads itself anew, answers nothing.
        while !matches!(answer, Ok(Value::Bool(true))) {
            if start.elapsed() > patience {
                let name = self.screenshot("failed");
                let body = self.value("document.body.innerText.slice(0, 400)");
                panic!(
                    "this did not come: {condition}: {answer:?}\nthe page ({name}): {body}\n\
                     console: {:?}",
                    self.console()
                );
            }
            thread::sleep(Duration::from_millis(15));
            answer = self.evaluate(&format!("!!({condition})"));
        }
    }

    /// Waits until the page has been painted, and has told of its scrolling.
    pub fn wait_for_frames(&self) {
        self.value(
            "requestAnimationFrame(() => requestAnimationFrame(() => window.painted = true))",
        );
        self.wait("window.painted");
        self.value("window.painted = false");
    }

    /// Waits until an element's text holds some words.
    #[track_caller]
    pub fn wait_for_text(&self, selector: &str, words: &str) {
        self.wait(&format!("document.querySelector('{selector}')?.innerText.includes('{words}')"));
    }

    /// Clicks in the middle of the first element that a selector finds.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.wait(&format!("document.querySelector('{selector}')"));
        let script = format!(
            "(() => {{ const e = document.querySelector('{selector}'); \
             e.scrollIntoView({{block: 'nearest', behavior: 'instant'}}); \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        );
        let place = self.value(&script);
        let (x, y) = (place[0].as_f64().expect("x"), place[1].as_f64().expect("y"));
        self.tab.click_point(Point { x, y }).expect("it clicks");
    }

    /// Clicks in the middle of the first line of a range that a JavaScript expression gives.
    #[track_caller]
    pub fn click_range(&self, range: &str) {
        let place = self.value(&format!(
            "(() => {{ const r = {range}.getClientRects()[0]; \
             return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        let (x, y) = (place[0].as_f64().expect("x"), place[1].as_f64().expect("y"));
        self.tab.click_point(Point { x, y }).expect("it clicks");
    }

    /// Brings the tab before the others of its browser.
    pub fn to_front(&self) {
        self.tab.bring_to_front().expect("it comes");
    }

    /// Closes the tab.
    pub fn close(&self) {
        self.tab.close(false).expect("it closes");
    }

    /// Ends the process of the tab at once, as a system does that runs out of memory.
    pub fn crash(&self) {
        // The answer does not come any more.
        let (tab, done) = (self.tab.clone(), Duration::from_millis(200));
        thread::spawn(move || tab.call_method(Cdp::Crash(None)));
        thread::sleep(done);
    }

    /// Gives a field a file of this text.
    pub fn give_file(&self, field: &str, text: &str) {
        self.value(&format!(
            "(() => {{ const files = new DataTransfer(); files.items.add(new File([{}], 'given')); \
             const field = document.querySelector('{field}'); field.files = files.files; \
             field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()",
            Value::from(text)
        ));
    }

    /// Why the browser would not let the site be installed; empty where it would.
    pub fn not_installable(&self) -> Vec<String> {
        let errors = self.tab.call_method(Cdp::GetInstallabilityErrors(None)).expect("judged");
        errors.installability_errors.into_iter().map(|error| error.error_id).collect()
    }

    /// Has the page keep what it saves, names and texts in turn, in `saved`.
    pub fn keep_saved(&self) {
        self.before_each_page(
            "window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => \
             { if (blob.type.startsWith('text/plain')) blob.text().then((text) => saved.push(text)); \
             return make.call(URL, blob); }; \
             HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };",
        );
    }

    /// What the page saves comes into this folder from now on.
    pub fn save_into(&self, folder: &Path) {
        self.tab
            .call_method(Cdp::SetDownloadBehavior {
                behavior: Cdp::SetDownloadBehaviorBehaviorOption::Allow,
                download_path: Some(folder.display().to_string()),
            })
            .expect("it is kept");
    }

    /// Types characters into the field that has the focus, one by one.
    pub fn type_in(&self, text: &str) {
        for c in text.chars() {
            self.tab.send_character(&c.to_string()).expect("it types");
        }
    }

    /// Presses a key: `Enter`, `Escape`, `n`, `/` …
    pub fn press(&self, key: &str) {
        self.tab.press_key(key).expect("it presses");
    }

    /// Goes back to what the keyboard could be at before.
    pub fn press_shift_tab(&self) {
        self.tab.press_key_with_modifiers("Tab", Some(&[ModifierKey::Shift])).expect("it presses");
    }

    /// Shows letters in an input method that are not yet text.
    pub fn compose(&self, letters: &str) {
        let end = letters.chars().count() as u32;
        self.tab
            .call_method(Input::ImeSetComposition {
                text: letters.to_owned(),
                selection_start: end,
                selection_end: end,
                replacement_start: None,
                replacement_end: None,
            })
            .expect("it composes");
    }

    /// Presses Enter as it comes while an input method is open: with the key code 229.
    pub fn press_enter_in_composition(&self) {
        self.strike("Enter", 229, None);
    }

    /// Types characters by keys that have them, so that the browser takes each for an interaction.
    pub fn strike_all(&self, text: &str) {
        text.chars().for_each(|c| self.strike(&c.to_string(), 0, Some(c.to_string())));
    }

    fn strike(&self, name: &str, code: u32, text: Option<String>) {
        let key = |kind, text| Input::DispatchKeyEvent {
            Type: kind,
            key: Some(name.to_owned()),
            code: Some(name.to_owned()),
            windows_virtual_key_code: Some(code),
            modifiers: None,
            timestamp: None,
            text,
            unmodified_text: None,
            key_identifier: None,
            native_virtual_key_code: None,
            auto_repeat: None,
            is_keypad: None,
            is_system_key: None,
            location: None,
            commands: None,
        };
        let down = match text {
            Some(_) => Input::DispatchKeyEventTypeOption::KeyDown,
            None => Input::DispatchKeyEventTypeOption::RawKeyDown,
        };
        self.tab.call_method(key(down, text)).expect("down");
        self.tab.call_method(key(Input::DispatchKeyEventTypeOption::KeyUp, None)).expect("up");
    }

    /// Ends a composition with the text that was chosen.
    pub fn commit(&self, text: &str) {
        self.tab.call_method(Input::InsertText { text: text.to_owned() }).expect("it commits");
    }

    /// Gives the window a size in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.tab
            .call_method(Emulation::SetDeviceMetricsOverride {
                width,
                height,
                device_scale_factor: 1.0,
                mobile: width < 600,
                scale: None,
                screen_width: None,
                screen_height: None,
                position_x: None,
                position_y: None,
                dont_set_visible_size: None,
                screen_orientation: None,
                viewport: None,
                display_feature: None,
                device_posture: None,
            })
            .expect("it resizes");
    }

    /// Makes the page's machine so many times slower.
    pub fn slow_down(&self, rate: f64) {
        self.tab.call_method(Emulation::SetCPUThrottlingRate { rate }).expect("it slows down");
    }

    /// Says that the reader's system is dark, or light.
    pub fn set_dark(&self, dark: bool) {
        self.set_media("prefers-color-scheme", if dark { "dark" } else { "light" });
    }

    /// Says what the reader's system is like.
    pub fn set_media(&self, name: &str, value: &str) {
        let (name, value) = (name.to_owned(), value.to_owned());
        let features = Some(vec![Emulation::MediaFeature { name, value }]);
        self.tab
            .call_method(Emulation::SetEmulatedMedia { media: None, features })
            .expect("it changes");
    }

    /// Keeps a picture of the window under the target folder; answers where.
    pub fn screenshot(&self, name: &str) -> String {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
        let file = folder.join(format!("{name}.png"));
        self.picture(&file);
        file.to_string_lossy().into_owned()
    }

    /// Keeps a picture of the window in a file.
    pub fn picture(&self, file: &Path) {
        let format = Cdp::CaptureScreenshotFormatOption::Png;
        let picture = self.tab.capture_screenshot(format, None, None, true).expect("a picture");
        fs::create_dir_all(file.parent().expect("a folder"))
            .and_then(|()| fs::write(file, picture))
            .expect("it is written");
    }

    /// The number of the browser's process.
    pub fn process(&self) -> u32 {
        self.browser.get_process_id().expect("it was started here")
    }

    /// Has the page let go of what no script of it can reach any more.
    pub fn collect_garbage(&self) {
        self.tab.call_method(HeapProfiler::CollectGarbage(None)).expect("it is collected");
    }

    /// What the console said.
    pub fn console(&self) -> Vec<String> {
        self.console.lock().expect("unbroken").clone()
    }

    /// All addresses asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("unbroken").clone()
    }
}
