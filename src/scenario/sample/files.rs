//! The company as the files that its systems would export.

use chrono::NaiveDate;

use crate::data::csv_field;
use crate::engine::records::Dataset;
use crate::engine::units::{Decimal, Money};

/// File names and their CSV; they import to the same records.
#[allow(clippy::too_many_lines)] // a list of columns
pub fn sample_files(dataset: &Dataset) -> Vec<(&'static str, String)> {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let money = |money: Option<Money>| money.map_or_else(String::new, |money| money.0.to_string());
    let number = |number: Option<Decimal>| number.map_or_else(String::new, |number| number.to_string());
    let reps = dataset.reps.iter().map(|rep| {
        vec![
            rep.id.0.clone(),
            rep.name.clone(),
            rep.role.clone(),
            rep.manager.clone(),
            rep.region.clone(),
            rep.segment.clone(),
            day(rep.hired),
            day(rep.left),
            money(rep.base_salary),
            money(rep.target_incentive),
        ]
    });
    let deals = dataset.deals.iter().map(|deal| {
        vec![
            deal.id.clone(),
            deal.rep.0.clone(),
            deal.account.clone(),
            deal.product.clone(),
            deal.stage.clone(),
            money(deal.amount),
            money(deal.margin),
            number(deal.units),
            day(deal.created),
            day(deal.closed),
            deal.segment.clone(),
            deal.region.clone(),
            deal.source.clone(),
            deal.kind.clone(),
            number(deal.term_months),
            day(deal.cancelled),
            deal.forecast_category.map_or_else(String::new, |category| category.name().to_owned()),
        ]
    });
    let accounts = dataset.accounts.iter().map(|account| {
        vec![
            account.id.clone(),
            account.name.clone(),
            account.industry.clone(),
            account.region.clone(),
            account.segment.clone(),
            money(account.revenue),
            number(account.employees),
        ]
    });
    let products = dataset
        .products
        .iter()
        .map(|product| vec![product.id.clone(), product.name.clone(), product.family.clone(), money(product.price)]);
    let targets = dataset
        .targets
        .iter()
        .map(|target| vec![target.rep.0.clone(), target.period.start.to_string(), target.amount.0.to_string()]);
    let leads = dataset.leads.iter().map(|lead| {
        vec![
            lead.id.clone(),
            lead.owner.0.clone(),
            lead.source.clone(),
            lead.status.clone(),
            day(lead.created),
            day(lead.converted),
        ]
    });
    let activities = dataset.activities.iter().map(|activity| {
        vec![activity.rep.0.clone(), day(activity.day), activity.kind.clone(), activity.count.to_string()]
    });
    let spend =
        dataset.spend.iter().map(|spend| vec![day(spend.day), spend.channel.clone(), spend.amount.0.to_string()]);
    let credits = dataset
        .credits
        .iter()
        .map(|credit| vec![credit.deal.clone(), credit.rep.0.clone(), credit.share.to_string(), credit.role.clone()]);
    let objectives = dataset.objectives.iter().map(|objective| {
        let start = objective.period.start;
        let quarter = format!("{}-Q{}", start.year(), start.month().div_ceil(3));
        let (result, weight) = (objective.result.to_string(), objective.weight.to_string());
        vec![objective.rep.0.clone(), quarter, objective.name.clone(), result, weight]
    });
    vec![
        (
            "reps.csv",
            csv("rep_id,name,role,manager,region,segment,hire_date,end_date,base_salary,target_incentive", reps),
        ),
        (
            "deals.csv",
            csv(
                "deal_id,rep_id,account,product,stage,amount,margin,units,created_date,close_date,segment,region,lead_source,deal_type,term_months,cancelled_date,forecast_category",
                deals,
            ),
        ),
        ("accounts.csv", csv("account_id,account,industry,region,segment,annual_revenue,employees", accounts)),
        ("products.csv", csv("product_id,product,family,list_price", products)),
        ("targets.csv", csv("rep_id,month,quota", targets)),
        ("leads.csv", csv("lead_id,owner,lead_source,lead_status,created_date,converted_date", leads)),
        ("activities.csv", csv("rep_id,date,activity_type,count", activities)),
        ("spend.csv", csv("month,channel,spend", spend)),
        ("credits.csv", csv("deal_id,rep_id,share,credit_role", credits)),
        ("objectives.csv", csv("rep_id,period,objective,result,weight", objectives)),
    ]
}

fn csv(header: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = format!("{header}\n");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| csv_field(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}
