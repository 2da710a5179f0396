//! The house rules: sizes, openings, words that must not stand in the source, and texts that belong to the catalogue.

use super::{Source, none, read, rust, sources};

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let silent = |file: &Source| !file.text.starts_with("//! ");
    let found: Vec<String> = rust().into_iter().filter(silent).map(|file| file.path).collect();
    none(&found, "a file opens with //! and one sentence");
}

#[test]
fn files_are_short() {
    let mut sizes: Vec<(usize, String)> =
        rust().into_iter().map(|file| (file.text.lines().count(), file.path)).collect();
    sizes.sort();
    let at = |share: f64| sizes[(share * (sizes.len() - 1) as f64) as usize].0;
    println!("{} files: median {} lines, 90 % at most {}, longest {:?}", sizes.len(), at(0.5), at(0.9), sizes.last());
    let long: Vec<String> =
        sizes.iter().filter(|(n, _)| 400 < *n).map(|(n, path)| format!("{path}: {n} lines")).collect();
    none(&long, "a file has at most 400 lines");
    assert!(at(0.5) <= 150 && at(0.9) <= 300, "files grow: median {}, 90 % {}", at(0.5), at(0.9));
}

#[test]
fn nothing_is_left_for_later() {
    let mut files = sources("src", &["rs"]);
    files.extend(sources("static", &["ftl", "css", "js", "mjs", "html", "json"]));
    files.extend(sources("docs", &["md"]));
    files.extend(sources("tests", &["rs", "js", "mjs", "ts"]));
    files.extend(["README.md", "CHANGELOG.md"].map(|path| Source { path: path.into(), text: read(path) }));
    let words = ["todo!", "unimplemented!", "fixme", "coming soon", "not implemented yet", "lorem ipsum", "#[ignore"];
    let skipped = ["test.only", "test.skip", "test.fixme", "describe.only", "describe.skip"];
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.path.starts_with("tests/architecture")) {
        for (index, line) in file.text.lines().enumerate() {
            let lower = line.to_lowercase();
            let later = words.iter().chain(&skipped).find(|word| lower.contains(**word));
            let note = line.split(|letter: char| !letter.is_alphanumeric()).find(|word| *word == "TODO");
            if let Some(word) = later.copied().or(note) {
                found.push(format!("{}:{}: {word}", file.path, index + 1));
            }
        }
    }
    none(&found, "what is there works");
}

/// Texts in a page's source that a person would read: children of an element, and attributes that are read out.
fn literals(text: &str) -> Vec<(usize, String)> {
    const SPOKEN: [&str; 5] = ["title=", "placeholder=", "alt=", "aria-label=", "label="];
    let mut found = Vec::new();
    for (start, _) in text.match_indices('"') {
        let Some(end) = text[start + 1..].find('"') else { continue };
        let literal = &text[start + 1..start + 1 + end];
        let line = text[..start].lines().count().max(1);
        if !literal.chars().any(char::is_alphabetic) || literal.contains('\n') || in_comment(text, start) {
            continue;
        }
        let before = text[..start].trim_end();
        let braced = before.strip_suffix('{').map(str::trim_end);
        let child = |before: &str| before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
        let spoken = |before: &str| {
            SPOKEN.iter().any(|name| before.strip_suffix(name).is_some_and(|rest| !rest.ends_with(super::is_word)))
        };
        if braced.is_some_and(|before| child(before) || before.ends_with('}') || spoken(before))
            || child(before)
            || spoken(before)
        {
            found.push((line, literal.to_owned()));
        }
    }
    found
}

fn in_comment(text: &str, at: usize) -> bool {
    text[..at].rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("//"))
}

#[test]
fn the_pages_texts_stand_in_the_catalogue() {
    let texts = |text: &str| literals(text).into_iter().map(|(_, literal)| literal).collect::<Vec<_>>();
    let page = "html! { <p title=\"Pay\">{ \"Quota\" }<b>\"Sum\"</b></p> }";
    assert_eq!(texts(page), ["Pay", "Quota", "Sum"], "the check sees what it should");
    let code = "html! { <p class=\"wide\">{ app.t(\"id\") }{ if a { \"x\" } else { \"y\" } }{ \" · \" }</p> } // \"Z\"";
    assert_eq!(texts(code), Vec::<String>::new(), "and nothing else");
    let mut found = Vec::new();
    for file in rust().iter().filter(|file| file.path.starts_with("src/ui/")) {
        found.extend(literals(&file.text).into_iter().map(|(line, text)| format!("{}:{line}: {text:?}", file.path)));
    }
    none(&found, "texts come from static/locales");
}
