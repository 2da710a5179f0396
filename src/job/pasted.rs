//! What the HTML of a clipboard says beside its text: how the sender's spreadsheet writes decimals.

use crate::data::DecimalMark;

/// What stands before the number itself, for Excel, `LibreOffice` and Google Sheets. Numbers have a point there.
const MARKS: [&str; 4] = ["x:num=\"", "sdval=\"", "data-sheets-value=\"{&quot;1&quot;:3,&quot;3&quot;:", "\"3\":"];

/// The decimal mark of the sender: of the first cell whose number has a fraction and is shown with one.
pub(super) fn decimal_mark(html: &str) -> Option<DecimalMark> {
    MARKS.into_iter().find_map(|mark| html.split(mark).skip(1).find_map(of_cell))
}

/// `1234.5">1.234,50</td>…` is a comma.
fn of_cell(rest: &str) -> Option<DecimalMark> {
    let (value, after) = rest.split_once(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != '-')?;
    let (_, fraction) = value.split_once('.')?;
    let (_, shown) = after.split_once('>')?;
    // Fonts and spans may stand between the cell and its text.
    let text = shown.split('<').next().filter(|text| !text.trim().is_empty());
    let text = text.or_else(|| shown.split('>').nth(1)?.split('<').next())?;
    let at = text.rfind(['.', ','])?;
    let (_, behind) = text.split_at_checked(at + 1)?;
    // A mark of thousands is followed by digits that are not the fraction's.
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    let same = digits.len().min(fraction.len()).saturating_sub(1);
    let may_be_thousands = digits.len() == 3 && fraction.len() != 3;
    if digits.is_empty() || may_be_thousands || digits.get(..same) != fraction.get(..same) {
        return None;
    }
    Some(if text.get(at..).is_some_and(|rest| rest.starts_with(',')) { DecimalMark::Comma } else { DecimalMark::Point })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decimal_mark_is_read_off_cells_that_say_their_number() {
        let check = |html: &str, expected: Option<DecimalMark>| assert_eq!(decimal_mark(html), expected, "{html}");
        check(r#"<td class=xl65 x:num="1234.5">1.234,50</td>"#, Some(DecimalMark::Comma));
        check(r#"<td x:num="7">7</td><td x:num="0.25">0.25</td>"#, Some(DecimalMark::Point));
        check(r#"<td sdval="1234.567" sdnum="1031;"><font>1.234,567</font></td>"#, Some(DecimalMark::Comma));
        check(
            r#"<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234.5}">1,234.50</td>"#,
            Some(DecimalMark::Point),
        );
        check(r#"<td sdval="1234.567">1,235</td>"#, None);
        check(r#"<td sdval="1234.5">1,235</td>"#, None);
        check("<td>1.234,50</td>", None);
        check("x:num=\"1.5\">", None);
        check("x:num=\"1.ż", None);
    }
}
