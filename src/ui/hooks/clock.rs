//! What time it is. Natively there is no clock to ask, and a time stands as it is written.

use wasm_bindgen::JsValue;
use web_sys::js_sys::Date;

/// Now, as `2026-11-21T08:00:00.000Z`.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// Now, in milliseconds.
pub fn now_ms() -> u64 {
    Date::now() as u64
}

/// Now, where the reader is, for the name of a file: `2026-11-29 1830`.
pub fn local_minute() -> String {
    let (date, two) = (Date::new_0(), |number: u32| format!("{number:02}"));
    let minute = [date.get_hours(), date.get_minutes()].map(two).concat();
    format!("{} {minute}", local_day(&now()))
}

/// The day of a time, where the reader is: `2026-11-21`; empty where it is no time.
pub fn local_day(time: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return time.get(..10).unwrap_or_default().to_owned();
    }
    let date = Date::new(&JsValue::from_str(time));
    if date.get_time().is_nan() {
        return String::new();
    }
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
