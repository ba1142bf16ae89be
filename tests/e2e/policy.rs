//! The page's content security policy: nothing runs that is not the site's own, and nothing is fetched
//! from elsewhere, whatever gets into the page.

use crate::{WIDE, search, visit};

#[test]
fn a_script_that_gets_into_the_page_does_not_run() {
    let (_, page) = visit(WIDE);
    // All that the page itself does goes on under the policy.
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.snippet').length > 5");
    assert_eq!(page.console(), Vec::<String>::new());
    let policy = page
        .value("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''");
    let policy = policy.as_str().unwrap_or_default().to_owned();
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
    assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
    assert_eq!(page.value("document.querySelectorAll('script:not([src])').length"), 0);
    page.value(
        "(window.ran = [], \
         document.body.append(Object.assign(document.createElement('script'), \
           {textContent: \"ran.push('script')\"})), \
         document.body.insertAdjacentHTML('beforeend', \
           `<img src=\"data:,\" onerror=\"ran.push('handler')\"><a id=\"bad\" href=\"javascript:ran.push('link')\">x</a>`), \
         document.querySelector('#bad').click(), \
         setTimeout(() => { try { new Function(\"ran.push('function')\")(); } catch {} window.tried = true; }), 0)",
    );
    page.value(
        "(fetch('https://example.org/').then(() => ran.push('fetch'), () => window.refused = true), 0)",
    );
    page.wait("window.refused && window.tried");
    page.wait_for_frames();
    assert_eq!(page.value("ran.length"), 0, "{}", page.value("ran"));
    let elsewhere = page.requests();
    let elsewhere: Vec<_> = elsewhere.iter().filter(|url| url.contains("example.org")).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}
