//! Records as canonical CSV: one file a kind, headers that `import` understands, days as YYYY-MM-DD, a decimal point.

use attain::data::Kind;
use attain::data::csv_field;
use attain::engine::records::{Dataset, Deal, ForecastCategory, Rep};
use attain::engine::units::{Granularity, Period};

use crate::inspect::outcome_name;

/// One file.
pub(crate) struct Canonical {
    pub(crate) file: &'static str,
    pub(crate) kind: Kind,
    pub(crate) n_records: usize,
    pub(crate) text: String,
}

/// The names of all files that may be written.
pub(crate) const FILES: [&str; 13] = [
    "reps.csv",
    "deals.csv",
    "accounts.csv",
    "products.csv",
    "targets.csv",
    "leads.csv",
    "activities.csv",
    "spend.csv",
    "credits.csv",
    "objectives.csv",
    "exchange_rates.csv",
    "absences.csv",
    "payments.csv",
];

/// A file for each kind that has records.
pub(crate) fn files(dataset: &Dataset) -> Vec<Canonical> {
    let Dataset { reps, deals, accounts, products, targets, leads, activities, spend, .. } = dataset;
    let accounts = accounts.iter().map(|account| {
        let (revenue, employees) = (text(account.revenue.map(|money| money.0)), text(account.employees));
        let (id, name) = (account.id.clone(), account.name.clone());
        let (industry, region) = (account.industry.clone(), account.region.clone());
        vec![id, name, industry, region, account.segment.clone(), account.owner.0.clone(), revenue, employees]
    });
    let products = products.iter().map(|product| {
        let price = text(product.price.map(|money| money.0));
        vec![product.id.clone(), product.name.clone(), product.family.clone(), price]
    });
    let targets = targets.iter().map(|target| {
        let (rep, amount) = (target.rep.0.clone(), target.amount.0.to_string());
        vec![rep, period(target.period), amount, target.measure.clone()]
    });
    let leads = leads.iter().map(|lead| {
        let (created, converted) = (text(lead.created), text(lead.converted));
        vec![lead.id.clone(), lead.owner.0.clone(), lead.source.clone(), lead.status.clone(), created, converted]
    });
    let activities = activities.iter().map(|activity| {
        vec![activity.rep.0.clone(), text(activity.day), activity.kind.clone(), activity.count.to_string()]
    });
    let spend = spend.iter().map(|spend| vec![text(spend.day), spend.channel.clone(), spend.amount.0.to_string()]);
    let reps_header =
        "rep_id,name,role,manager,region,segment,hire_date,end_date,base_salary,target_incentive,currency";
    let deals_header = "deal_id,rep_id,account,product,stage,outcome,amount,margin,units,created_date,close_date,segment,region,lead_source,deal_type,currency,term_months,cancelled_date,forecast_category";
    let mut all = vec![
        csv("reps.csv", Kind::Reps, reps_header, reps.iter().map(rep)),
        csv("deals.csv", Kind::Deals, deals_header, deals.iter().map(deal)),
        csv(
            "accounts.csv",
            Kind::Accounts,
            "account_id,account,industry,region,segment,owner,annual_revenue,employees",
            accounts,
        ),
        csv("products.csv", Kind::Products, "product_id,product,family,list_price", products),
        csv("targets.csv", Kind::Targets, "rep_id,period,quota,measure", targets),
        csv("leads.csv", Kind::Leads, "lead_id,owner,lead_source,lead_status,created_date,converted_date", leads),
        csv("activities.csv", Kind::Activities, "rep_id,date,activity_type,count", activities),
        csv("spend.csv", Kind::Spend, "date,channel,spend", spend),
    ];
    all.extend(of_pay(dataset));
    all.into_iter().filter(|file| 0 < file.n_records).collect()
}

/// Records that only pay needs.
fn of_pay(dataset: &Dataset) -> [Canonical; 5] {
    let credits = dataset
        .credits
        .iter()
        .map(|credit| vec![credit.deal.clone(), credit.rep.0.clone(), credit.share.to_string(), credit.role.clone()]);
    let objectives = dataset.objectives.iter().map(|objective| {
        let (rep, name) = (objective.rep.0.clone(), objective.name.clone());
        vec![rep, period(objective.period), name, objective.result.to_string(), objective.weight.to_string()]
    });
    let rates =
        dataset.exchange_rates.iter().map(|rate| vec![rate.currency.clone(), text(rate.day), rate.rate.to_string()]);
    let absences =
        dataset.absences.iter().map(|absence| vec![absence.rep.0.clone(), text(absence.from), text(absence.to)]);
    let payments = dataset
        .payments
        .iter()
        .map(|payment| vec![payment.rep.0.clone(), period(payment.period), payment.amount.0.to_string()]);
    [
        csv("credits.csv", Kind::Credits, "deal_id,rep_id,share,credit_role", credits),
        csv("objectives.csv", Kind::Objectives, "rep_id,period,objective,result,weight", objectives),
        csv("exchange_rates.csv", Kind::ExchangeRates, "currency,date,exchange_rate", rates),
        csv("absences.csv", Kind::Absences, "rep_id,absent_from,absent_to", absences),
        csv("payments.csv", Kind::Payments, "rep_id,period,paid_incentive", payments),
    ]
}

fn rep(rep: &Rep) -> Vec<String> {
    let money = |money: Option<attain::engine::units::Money>| text(money.map(|money| money.0));
    vec![
        rep.id.0.clone(),
        rep.name.clone(),
        rep.role.clone(),
        rep.manager.clone(),
        rep.region.clone(),
        rep.segment.clone(),
        text(rep.hired),
        text(rep.left),
        money(rep.base_salary),
        money(rep.target_incentive),
        rep.currency.clone(),
    ]
}

fn deal(deal: &Deal) -> Vec<String> {
    vec![
        deal.id.clone(),
        deal.rep.0.clone(),
        deal.account.clone(),
        deal.product.clone(),
        deal.stage.clone(),
        outcome_name(deal.outcome).into(),
        text(deal.amount.map(|money| money.0)),
        text(deal.margin.map(|money| money.0)),
        text(deal.units),
        text(deal.created),
        text(deal.closed),
        deal.segment.clone(),
        deal.region.clone(),
        deal.source.clone(),
        deal.kind.clone(),
        deal.currency.clone(),
        text(deal.term_months),
        text(deal.cancelled),
        text(deal.forecast_category.map(ForecastCategory::name)),
    ]
}

/// `2026-03`, `2026-Q2`, `2026-H1` or `2026`. Imported periods are those of the calendar year; another one is written by its first
/// month only where it is a month.
fn period(period: Period) -> String {
    match period.length {
        Granularity::Month => period.start.to_string(),
        Granularity::Quarter => format!("{}-Q{}", period.start.year(), period.start.month().div_ceil(3)),
        Granularity::HalfYear => format!("{}-H{}", period.start.year(), period.start.month().div_ceil(6)),
        Granularity::Year => period.start.year().to_string(),
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn csv(file: &'static str, kind: Kind, header: &str, rows: impl Iterator<Item = Vec<String>>) -> Canonical {
    let mut text = format!("{header}\n");
    let mut n_records = 0;
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| csv_field(cell)).collect();
        text += &cells.join(",");
        text.push('\n');
        n_records += 1;
    }
    Canonical { file, kind, n_records, text }
}
