//! The walls between the rooms, and the absences: what `docs/architecture.md` promises, read off the source text.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A text file: its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

/// All files under the folder with one of those endings, in order.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(ROOT).unwrap().to_str().unwrap().into(), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn rust() -> Vec<Source> {
    sources("src", &["rs"])
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

impl Source {
    /// Lines of code with their numbers; comments are left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Modules from the crate's root: `src/engine/comp/curve.rs` is `engine`, `comp`, `curve`.
    fn modules(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').filter(|name| *name != "lib").collect()
    }

    fn room(&self) -> Option<String> {
        room_of(&self.modules())
    }
}

/// Fails with everything that was found, a line each.
#[track_caller]
fn none(found: &[String], promise: &str) {
    assert!(found.is_empty(), "{promise}\n{}", found.join("\n"));
}

/// Lines of code that hold one of the words.
fn lines_with(files: &[Source], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.code() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                found.push(format!("{}:{number}: {word}", file.path));
            }
        }
    }
    found
}

/// The room that a path from the crate's root leads to: the engine has one for each of its folders.
fn room_of(path: &[&str]) -> Option<String> {
    match path {
        [] | ["bin", ..] => None,
        ["engine", inner, ..] => Some(format!("engine/{inner}")),
        [room, ..] => Some((*room).to_owned()),
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The crate's own paths that a line names; the first level of braces is spread out.
fn paths<'a>(file: &'a Source, line: &'a str) -> Vec<Vec<&'a str>> {
    let mut found = Vec::new();
    for root in ["crate::", "attain::", "super::super::"] {
        for (start, _) in line.match_indices(root) {
            let before = &line[..start];
            if before.ends_with(is_word) || before.ends_with("super::") {
                continue;
            }
            let (mut base, mut rest) = (Vec::new(), &line[start + root.len()..]);
            if root.starts_with("super") {
                let modules = file.modules();
                let mut n_up = 2;
                while let Some(next) = rest.strip_prefix("super::") {
                    (rest, n_up) = (next, n_up + 1);
                }
                // A test module lies one level deeper.
                n_up -= usize::from(line.starts_with(' '));
                base = modules[..modules.len().saturating_sub(n_up)].to_vec();
            }
            while let Some((name, next)) = rest.split_once("::").filter(|(name, _)| name.chars().all(is_word)) {
                base.push(name);
                rest = next;
            }
            let last = |text: &'a str| text.split(|letter| !is_word(letter)).next().unwrap_or_default();
            let inside = rest.strip_prefix('{').map_or(rest, |inside| inside);
            for name in if rest.starts_with('{') { inside.split(", ").collect() } else { vec![rest] } {
                found.push(base.iter().copied().chain([last(name)]).filter(|name| !name.is_empty()).collect());
            }
        }
    }
    found
}

/// The table of `docs/architecture.md`: each room with the rooms it may use.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let doc = read("docs/architecture.md");
    let rows: Vec<Vec<String>> = doc
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.replace('`', "").trim().to_owned()).collect())
        .collect();
    let rooms: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
    let mut table = BTreeMap::new();
    for row in &rows {
        let mut allowed = BTreeSet::from([row[0].clone()]);
        for word in row[2].split([',', ';']).map(|word| word.trim().trim_end_matches(" types")) {
            let named = rooms.iter().filter(|room| {
                *room == word
                    || word == "everything"
                    || room.strip_prefix("engine/") == Some(word)
                    || (word == "engine" && room.starts_with("engine/"))
            });
            let before = allowed.len();
            allowed.extend(named.cloned());
            assert!(before < allowed.len() || word == "web crates", "{}: may use what? {word:?}", row[0]);
        }
        table.insert(row[0].clone(), allowed);
    }
    table
}

#[test]
fn the_map_names_every_room() {
    let found: BTreeSet<String> = rust().iter().filter_map(Source::room).filter(|room| room != "engine").collect();
    let written: BTreeSet<String> = table().into_keys().collect();
    assert_eq!(found, written, "rooms of src and of docs/architecture.md");
}

#[test]
fn no_room_uses_what_the_map_does_not_allow() {
    let table = table();
    let mut found = Vec::new();
    for file in rust() {
        let Some(allowed) = file.room().and_then(|room| table.get(&room)) else { continue };
        for (number, line) in file.code() {
            for used in paths(&file, line).iter().filter_map(|path| room_of(path)) {
                // A name that is no room is an item of the root, such as a macro.
                if table.contains_key(&used) && !allowed.contains(&used) {
                    found.push(format!("{}:{number}: {} uses {used}", file.path, file.room().unwrap_or_default()));
                }
            }
        }
    }
    found.dedup();
    none(&found, "docs/architecture.md does not allow it");
}

const WEB: [&str; 9] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "yew",
    "idb",
    "plotters_canvas",
    "console_error_panic_hook",
];

#[test]
fn web_crates_stay_in_platform_ui_and_the_binaries() {
    let pure: Vec<Source> = rust()
        .into_iter()
        .filter(|file| !["src/platform/", "src/ui/", "src/bin/"].iter().any(|room| file.path.starts_with(room)))
        .collect();
    let crates: Vec<String> = WEB.iter().map(|name| format!("{name}::")).collect();
    none(&lines_with(&pure, &crates.iter().map(String::as_str).collect::<Vec<_>>()), "no web crate here");
}

#[test]
fn the_ui_reaches_the_browser_through_platform() {
    let allowed = |path: &str| {
        let name = path.rsplit("::").next().unwrap_or_default();
        match path.split("::").next().unwrap_or_default() {
            // Types of events, elements and files, not the window, its storage or its network.
            "web_sys" => {
                name.starts_with("Html")
                    || name.ends_with("Event")
                    || ["File", "FileList", "DataTransfer", "Element", "EventTarget", "Node"].contains(&name)
            }
            "js_sys" => ["Array", "Uint8Array"].contains(&name), // bytes to and from workers
            "gloo" => path.starts_with("gloo::timers"),
            "idb" | "plotters_canvas" | "console_error_panic_hook" => false,
            _ => true,
        }
    };
    let mut found = Vec::new();
    for file in rust().iter().filter(|file| file.path.starts_with("src/ui/")) {
        for (number, line) in file.code() {
            for root in WEB {
                for (start, _) in line.match_indices(&format!("{root}::")) {
                    let rest = &line[start..];
                    let end = rest.find(|letter: char| !is_word(letter) && letter != ':').unwrap_or(rest.len());
                    let stem = &rest[..end];
                    let inside = rest[end..].strip_prefix('{').and_then(|inside| inside.split('}').next());
                    let names = inside.map_or_else(|| vec![""], |inside| inside.split(", ").collect());
                    let paths = names.into_iter().map(|name| format!("{stem}{name}"));
                    found.extend(
                        paths.filter(|path| !allowed(path)).map(|path| format!("{}:{number}: {path}", file.path)),
                    );
                }
            }
        }
    }
    none(&found, "the page calls the browser through src/platform");
}

#[test]
fn the_engine_has_no_clock_no_chance_and_no_hash_map() {
    let engine = sources("src/engine", &["rs"]);
    let clocks =
        ["Instant", "SystemTime", "Utc::now", "Local::now", "fastrand", "rand::", "getrandom", "thread_local!"];
    none(&lines_with(&engine, &clocks), "the engine is a function of its inputs");
    none(&lines_with(&engine, &["HashMap", "HashSet"]), "the engine's maps are in order");
}

#[test]
fn the_engine_calls_float_functions_of_libm_alone() {
    let clippy = read("clippy.toml");
    let methods: Vec<String> = clippy
        .lines()
        .filter_map(|line| line.split_once("path = \"f64::"))
        .filter_map(|(_, rest)| rest.split('"').next())
        .flat_map(|name| [format!(".{name}("), format!("f64::{name}")])
        .collect();
    assert!(40 < methods.len(), "clippy.toml lists the functions");
    let methods: Vec<&str> = methods.iter().map(String::as_str).collect();
    none(&lines_with(&sources("src/engine", &["rs"]), &methods), "these differ between native and wasm");
}

#[test]
fn nothing_clears_the_storage_as_a_whole() {
    let mut files = rust();
    files.extend(sources("static", &["js", "mjs", "html"]));
    let whole = ["localStorage.clear", "sessionStorage.clear", "storage.clear(", "shelf.clear(", "storage().clear("];
    none(&lines_with(&files, &whole), "records are removed one by one");
    let platform: Vec<Source> = files.into_iter().filter(|file| file.path.starts_with("src/platform/")).collect();
    none(&lines_with(&platform, &["Storage::clear", ".clear()"]), "records are removed one by one");
}

#[test]
fn no_text_becomes_markup() {
    let mut files = rust();
    files.extend(sources("static", &["js", "mjs", "html"]));
    let raw = [
        "from_html_unchecked",
        "set_inner_html",
        "innerHTML",
        "set_outer_html",
        "outerHTML",
        "insert_adjacent_html",
        "insertAdjacentHTML",
        "document.write",
        "srcdoc",
        "eval(",
    ];
    none(&lines_with(&files, &raw), "what a file says is shown as text");
}

#[path = "architecture/house.rs"]
mod house;
