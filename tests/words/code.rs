//! Which texts the source asks for: read off its string literals and its calls of the catalogue.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// A call of the catalogue with a literal id.
pub(super) struct Call {
    pub(super) place: String,
    pub(super) id: String,
    /// Names of the values it gives; `None` where they are not written at the call.
    pub(super) values: Option<Vec<String>>,
}

#[derive(Default)]
pub(super) struct Code {
    pub(super) calls: Vec<Call>,
    /// Every literal that could be an id.
    pub(super) literals: BTreeSet<String>,
    /// Literals of the page that look like ids and are no classes: they may be ids that are passed on.
    pub(super) perhaps: BTreeSet<(String, String)>,
    /// Ids made by `format!`: what stands before and after the part that is filled in.
    pub(super) patterns: BTreeSet<(String, String)>,
}

/// Calls whose first literal is an id, and whether values come with it.
const CALLS: [(&str, bool); 5] =
    [(".text(", false), (".t(", false), (".with(", true), (".tw(", true), ("words.with(", true)];

fn is_id(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_lowercase())
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

pub(super) fn read() -> Code {
    let mut code = Code::default();
    let mut folders = vec![PathBuf::from(super::ROOT).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = without_comments(&std::fs::read_to_string(&path).unwrap());
                let name = path.strip_prefix(super::ROOT).unwrap().display().to_string();
                literals(&text, &mut code);
                if name.starts_with("src/ui/pages") || name.starts_with("src/ui/shell") {
                    perhaps(&name, &text, &mut code);
                }
                calls(&name, &text, &mut code);
            }
        }
    }
    code
}

/// The same lines, those that are comments empty.
fn without_comments(text: &str) -> String {
    text.lines()
        .map(|line| if line.trim_start().starts_with("//") { "\n".into() } else { format!("{line}\n") })
        .collect()
}

fn literals(text: &str, code: &mut Code) {
    for piece in text.split('"') {
        if is_id(piece) {
            code.literals.insert(piece.into());
        } else if let Some((start, rest)) = piece.split_once('{')
            && let Some((_, end)) = rest.split_once('}')
            && start.ends_with('-')
            && is_id(start)
            && (end.is_empty() || is_id(end.trim_start_matches('-')))
        {
            code.patterns.insert((start.into(), end.into()));
        }
    }
}

fn perhaps(name: &str, text: &str, code: &mut Code) {
    for line in text.lines().filter(|line| !["class", "aria", "role"].iter().any(|word| line.contains(word))) {
        // Every second piece is a literal; attributes of markup follow an equals sign.
        let pieces: Vec<&str> = line.split('"').collect();
        for pair in pieces.chunks_exact(2).filter(|pair| is_id(pair[1]) && pair[1].contains('-')) {
            if !pair[0].ends_with('=') {
                code.perhaps.insert((pair[1].into(), name.into()));
            }
        }
    }
}

fn calls(name: &str, text: &str, code: &mut Code) {
    for (call, has_values) in CALLS {
        for (start, _) in text.match_indices(call) {
            let rest = text[start + call.len()..].trim_start();
            let Some((id, rest)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            // `with` and `t` are names of other things as well; an id is not a character or a word with blanks.
            if !is_id(id) || !id.contains('-') && has_values {
                continue;
            }
            let line = text[..start].lines().count().max(1);
            let values = if has_values { names(rest) } else { Some(Vec::new()) };
            code.calls.push(Call { place: format!("{name}:{line}"), id: id.into(), values });
        }
    }
}

/// Names in `, [("name", …), ("name", …)]`, those of calls inside it left out.
fn names(rest: &str) -> Option<Vec<String>> {
    let rest = rest.trim_start().strip_prefix(',')?.trim_start().strip_prefix('[')?;
    let (mut found, mut depth, mut literal) = (Vec::new(), 0_u32, false);
    for (at, letter) in rest.char_indices() {
        match letter {
            '"' => {
                literal = !literal;
                if literal && depth == 1 && rest[..at].trim_end().ends_with('(') {
                    found.push(rest[at + 1..].split('"').next()?.to_owned());
                }
            }
            _ if literal => {}
            '(' | '[' | '{' => depth += 1,
            ']' if depth == 0 => return Some(found),
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
