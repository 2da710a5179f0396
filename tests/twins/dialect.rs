//! Ways to write the same file, one of them drawn at a time.

/// Random numbers that are the same in every run.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn next(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % n as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.next(all.len())]
    }

    /// The first in two of three cases, else any.
    fn mostly<T: Copy>(&mut self, all: &[T]) -> T {
        if self.next(3) < 2 { all[0] } else { self.of(all) }
    }
}

/// How a twin is written: what stands first in each list is the common way.
#[derive(Clone, Debug)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    pub(crate) quotes: &'static str,
    pub(crate) ends: &'static str,
    pub(crate) encoding: &'static str,
    /// Mark before the fraction, and between thousands.
    pub(crate) numbers: (char, &'static str),
    pub(crate) currency: &'static str,
    pub(crate) negative: &'static str,
    pub(crate) dates: &'static str,
    pub(crate) time: &'static str,
    pub(crate) language: usize,
    pub(crate) above: &'static str,
    pub(crate) below: &'static str,
    pub(crate) gaps: &'static str,
    pub(crate) header: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) units: &'static str,
    pub(crate) container: &'static str,
    pub(crate) columns: &'static str,
    pub(crate) stages: &'static str,
    pub(crate) lines: &'static str,
    pub(crate) percent: &'static str,
}

pub(crate) const ENCODINGS: [&str; 14] = [
    "utf-8",
    "utf-8-bom",
    "utf-16le-bom",
    "utf-16be-bom",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "windows-1250",
    "iso-8859-1",
    "iso-8859-2",
    "ibm437",
    "ibm850",
    "ibm852",
    "utf-8",
];

const DATES: [&str; 21] = [
    "Y-m-d",
    "d/m/Y",
    "m/d/Y",
    "d.m.Y",
    "Y/m/d",
    "d-b-Y",
    "d B Y",
    "weekday, d B Y",
    "d/m/y",
    "m/d/y",
    "d.m.y",
    "serial",
    "b d, Y",
    "j.n.Y",
    "d-m-Y",
    "Y.m.d",
    "Ymd",
    "d-B-y",
    "D d b Y",
    "m-d-Y",
    "d. b Y",
];

pub(crate) fn draw(draw: &mut Draw) -> Dialect {
    let marks = [
        ('.', ""),
        (',', ""),
        (',', "."),
        ('.', ","),
        (',', " "),
        (',', "\u{a0}"),
        (',', "\u{202f}"),
        ('.', "'"),
        ('.', "’"),
    ];
    Dialect {
        delimiter: draw.of(b",;\t|"),
        quotes: draw.of(&["minimal", "all"]),
        ends: draw.of(&["\n", "\r\n", "\r"]),
        encoding: draw.of(&ENCODINGS),
        numbers: draw.of(&marks),
        currency: draw.mostly(&[
            "",
            "$ before",
            "€ after",
            "zł after",
            "EUR before",
            "R$ before",
            "£ before",
            "USD after",
            "€ behind",
            "-$ before",
        ]),
        negative: draw.of(&["minus", "brackets", "minus behind", "long minus"]),
        dates: draw.of(&DATES),
        time: draw.mostly(&["", " 00:00", " 14:35:00", "T10:00:00Z", " 3:05 PM", " 0:00"]),
        language: draw.next(6),
        above: draw.mostly(&["", "title", "title, blank", "report", "list"]),
        below: draw.mostly(&["", "total", "note", "total, note", "rule, total"]),
        gaps: draw.mostly(&["", "rows", "first column", "middle column", "rows of delimiters"]),
        header: draw.mostly(&["same", "translated", "translated", "two rows", "none", "capitals"]),
        empty: draw.mostly(&["", "NULL", "-", "N/A", "null", "#N/A"]),
        units: draw.mostly(&["", "", "header", "title"]),
        container: draw.mostly(&["plain", "zip", "xlsx", "xlsx of text", "ods", "text called xls"]),
        columns: draw.mostly(&["same", "turned", "numbered"]),
        stages: draw.mostly(&["same", "same", "translated"]),
        lines: draw.mostly(&[
            "",
            "stated delimiter",
            "delimiter behind",
            "delimiter behind rows",
            "header again",
            "blanks",
        ]),
        percent: draw.mostly(&["same", "%", " %"]),
    }
}

impl Dialect {
    /// Its parts, by which misses are counted.
    pub(crate) fn labels(&self) -> Vec<String> {
        let Self { numbers: (decimal, thousands), language, .. } = self;
        let is_book = self.container.starts_with("xlsx") || self.container == "ods";
        let mut labels = vec![
            format!("quotes {}", self.quotes),
            format!("language {}", super::words::LANGUAGES[*language]),
            format!("numbers 1{thousands}234{decimal}5"),
            format!("currency {}", self.currency),
            format!("negative {}", self.negative),
            format!("dates {}", self.dates),
            format!("time {}", self.time),
            format!("above {}", self.above),
            format!("below {}", self.below),
            format!("gaps {}", self.gaps),
            format!("header {}", self.header),
            format!("empty {}", self.empty),
            format!("units {}", self.units),
            format!("container {}", self.container),
            format!("columns {}", self.columns),
            format!("stages {}", self.stages),
            format!("lines {}", self.lines),
            format!("percent {}", self.percent),
        ];
        if !is_book {
            labels.push(format!("delimiter {:?}", char::from(self.delimiter)));
            labels.push(format!("ends {:?}", self.ends));
            labels.push(format!("encoding {}", self.encoding));
        }
        labels
    }
}
