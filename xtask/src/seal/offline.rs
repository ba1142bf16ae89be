//! The service worker (`src/offline.js`) gets the version of the site that it keeps, and the page a link to
//! it: a page without one has none, and so no page that is worked on.

/// Its name in the site; the same in every version, as a browser knows it by its name.
pub const NAME: &str = "offline.js";

/// What stands for the version in it.
const PLACE: &str = "@VERSION@";

/// The page with the link, which `src/ui/hooks/use_offline.rs` looks for.
pub fn linked(page: &str) -> Result<String, String> {
    const END: &str = "</head>";
    if !page.contains(END) {
        return Err(format!("index.html has no {END}"));
    }
    Ok(page.replacen(END, &format!("<link rel=\"offline\" href=\"./{NAME}\">\n{END}"), 1))
}

/// The worker of a site of this version.
pub fn of_version(script: &str, version: &str) -> Result<String, String> {
    if script.matches(PLACE).count() != 1 {
        return Err(format!("{NAME} does not say {PLACE} once"));
    }
    Ok(script.replace(PLACE, version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_links_to_the_worker_of_its_version() {
        let page = linked("<head>\n</head>").expect("a head");
        assert_eq!(page, "<head>\n<link rel=\"offline\" href=\"./offline.js\">\n</head>");
        assert_eq!(of_version("v = '@VERSION@';", "1f"), Ok("v = '1f';".to_owned()));
        assert!(linked("<p>").is_err() && of_version("v = 1;", "1f").is_err());
    }
}
