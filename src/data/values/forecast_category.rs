//! What forecasters say of deals, in six languages and in the names that systems keep inside.

use crate::data::roles::fold::squeeze;
use crate::engine::records::ForecastCategory;

/// Letters of the longest text that is looked at.
const MOST: usize = 40;
/// Letters from which a word may have a slip of one.
const LEAST_OF_SLIP: usize = 6;

/// The words of a category in letters alone, those of systems first: Salesforce, `HubSpot`, Dynamics, Zoho; then Polish,
/// German, French, Spanish, Portuguese. Salesforce keeps *Commit* as `Forecast`; *upside* is what many call the best case.
#[rustfmt::skip]
const fn words(category: ForecastCategory) -> &'static [&'static str] {
    match category {
        ForecastCategory::Omitted => &[
            "omitted", "omit", "notforecasted", "notforecast", "notinforecast", "excluded",
            "pominiete", "pominieto", "pominieta", "nieprognozowane", "nieprognozowana",
            "ausgelassen", "weggelassen", "nichtprognostiziert", "omis", "omise", "nonprevu", "nonprevue", "exclu",
            "omitido", "omitida", "noprevisto", "nopronosticado", "naoprevisto", "naoprevista", "excluido",
        ],
        ForecastCategory::Pipeline => &[
            "pipeline", "inpipeline", "pipe", "lejek", "lejeksprzedazy", "verkaufspipeline", "portefeuille",
            "canalizacion", "embudo", "funil", "funilvendas",
        ],
        ForecastCategory::BestCase => &[
            "bestcase", "bestcasescenario", "upside", "najlepszyprzypadek", "najlepszywariant", "najlepszyscenariusz",
            "besterfall", "gunstigsterfall", "meilleurcas", "meilleurdescas", "meilleurscenario", "casoptimiste",
            "mejorcaso", "mejordeloscasos", "mejorescenario", "melhorcaso", "melhorcenario",
        ],
        ForecastCategory::MostLikely => &[
            "mostlikely", "likely", "najbardziejprawdopodobne", "najbardziejprawdopodobna", "prawdopodobne",
            "wahrscheinlich", "amwahrscheinlichsten", "hochstwahrscheinlich", "plusprobable", "leplusprobable",
            "tresprobable", "masprobable", "maisprovavel",
        ],
        ForecastCategory::Commit => &[
            "commit", "committed", "commitment", "forecast", "zobowiazanie", "zadeklarowane", "zadeklarowana",
            "zugesagt", "zusage", "verbindlich", "engage", "engagee", "engagement", "compromiso", "comprometido",
            "comprometida", "compromisso",
        ],
        ForecastCategory::Closed => &[
            "closed", "closedwon", "closedlost", "won", "lost", "zamkniete", "zamkniety", "zamknieta",
            "zamknietewygrane", "wygrane", "wygrana", "przegrane", "abgeschlossen", "abgeschlossenundgewonnen",
            "geschlossen", "gewonnen", "verloren", "ferme", "fermee", "cloture", "cloturee", "gagne", "gagnee", "cerrado",
            "cerrada", "cerradoganado", "ganado", "fechado", "fechada", "fechadoganho", "ganho",
        ],
    }
}

/// The category that a cell names: upper and lower case, accents, blanks, marks and numbers beside it do not count, nor
/// does one slip in a word of six letters or more if only one category is so near. `None` for all other texts.
pub(in crate::data) fn parse_forecast_category(cell: &str) -> Option<ForecastCategory> {
    if MOST < cell.len() {
        return None;
    }
    let said = squeeze(cell);
    let said = said.trim_matches(|char: char| char.is_ascii_digit()); // `3 - Commit`, `Commit (90 %)`
    let all = || ForecastCategory::ALL.into_iter();
    if let Some(exact) = all().find(|category| words(*category).contains(&said)) {
        return Some(exact);
    }
    let mut near = all().filter(|category| words(*category).iter().any(|word| is_slip(said, word)));
    near.next().filter(|_| near.next().is_none())
}

/// Whether two words differ by one letter, left out, put in, changed or swapped, behind the first.
fn is_slip(said: &str, word: &str) -> bool {
    LEAST_OF_SLIP <= word.len()
        && said.len().abs_diff(word.len()) <= 1
        && said.as_bytes().first() == word.as_bytes().first()
        && strsim::osa_distance(said, word) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::roles::fold::squeeze;

    #[test]
    fn words_of_forecasters_are_read() {
        use ForecastCategory::{BestCase, Closed, Commit, MostLikely, Omitted, Pipeline};
        let check = |category, cells: &[&str]| {
            for cell in cells {
                assert_eq!(parse_forecast_category(cell), category, "{cell:?}");
            }
        };
        check(Some(Omitted), &["Omitted", "OMIT", "Not forecasted", "not_forecasted", "Pominięte", "Omis", "Ommitted"]);
        check(Some(Pipeline), &["Pipeline", " pipeline ", "PIPELINE", "Lejek", "Funil", "Pipline", "1. Pipeline"]);
        check(
            Some(BestCase),
            &["Best Case", "BestCase", "best_case", "BEST-CASE", "Upside", "Najlepszy przypadek", "Günstigster Fall"],
        );
        check(Some(MostLikely), &["Most Likely", "MostLikely", "most likley", "Najbardziej prawdopodobne"]);
        check(
            Some(Commit),
            &[
                "Commit",
                "commit",
                "Commited",
                "COMMITTED",
                "Forecast",
                "3 - Commit",
                "Commit (90 %)",
                "Zugesagt",
                "Engagé",
            ],
        );
        check(Some(Closed), &["Closed", "Closed won", "closedwon", "Zamknięte", "Fermé", "Won"]);
        let nothing =
            ["", "–", "7", "Maybe", "Commit to nobody in particular", "Gut feel", "open", "Case", "hopeful upside"];
        check(None, &nothing);
    }

    #[test]
    fn every_category_reads_its_own_words_and_no_other() {
        for category in ForecastCategory::ALL {
            assert_eq!(parse_forecast_category(category.name()), Some(category));
            for word in words(category) {
                assert_eq!(parse_forecast_category(word), Some(category), "{word}");
                assert_eq!(squeeze(word), *word, "words stand as cells are compared");
            }
        }
    }
}
