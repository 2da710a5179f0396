//! Which deals a filter lets count, decided once for each distinct text.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::book::Book;
use crate::engine::comp::plan::Filter;
use crate::engine::records::{Account, Dataset, Deal, Product, join_key};

/// Values of a filter's list as they are compared; `None` for one that lets all count.
struct Listed(Option<BTreeSet<String>>);

impl Listed {
    fn new(values: &[String]) -> Self {
        Self((!values.is_empty()).then(|| values.iter().map(|value| join_key(value)).collect()))
    }

    fn has(&self, value: &str) -> bool {
        self.0.as_ref().is_none_or(|keys| keys.contains(&join_key(value)))
    }

    fn is_open(&self) -> bool {
        self.0.is_none()
    }
}

/// Answers by text, each found once.
pub(super) struct Memo<'a> {
    listed: Listed,
    known: BTreeMap<&'a str, bool>,
}

impl<'a> Memo<'a> {
    pub(super) fn new(values: &[String]) -> Self {
        Self { listed: Listed::new(values), known: BTreeMap::new() }
    }

    pub(super) fn lets(&mut self, value: &'a str) -> bool {
        self.listed.is_open() || *self.known.entry(value).or_insert_with(|| self.listed.has(value))
    }
}

impl Book<'_> {
    /// By deal of the dataset whether the filter lets it count; made once a filter.
    pub(super) fn passes(&self, filter: &Filter) -> Rc<Vec<bool>> {
        if let Some((_, passes)) = self.passes.borrow().iter().find(|(other, _)| other == filter) {
            return Rc::clone(passes);
        }
        let passes = Rc::new(passes(self, filter));
        self.passes.borrow_mut().push((filter.clone(), Rc::clone(&passes)));
        passes
    }
}

/// A segment or region that the deal does not state is its account's.
fn passes<'a>(book: &Book<'a>, filter: &Filter) -> Vec<bool> {
    let dataset: &'a Dataset = book.dataset;
    let (mut segments, mut regions) = (Memo::new(&filter.segments), Memo::new(&filter.regions));
    let (mut kinds, mut sources) = (Memo::new(&filter.deal_kinds), Memo::new(&filter.sources));
    let products = Listed::new(&filter.products);
    let product_of = if products.is_open() { BTreeMap::new() } else { products_by_key(&dataset.products) };
    let mut product_known: BTreeMap<&'a str, bool> = BTreeMap::new();
    let lets_product = |name: &str| {
        let product = product_of.get(&join_key(name));
        products.has(name)
            || product.is_some_and(|one| [&one.id, &one.name, &one.family].into_iter().any(|text| products.has(text)))
    };
    let needs_accounts = !filter.segments.is_empty() || !filter.regions.is_empty();
    let account_of = if needs_accounts { accounts_by_key(&dataset.accounts) } else { BTreeMap::new() };
    let mut account_known: BTreeMap<&'a str, Option<&'a Account>> = BTreeMap::new();
    let lets = |deal: &'a Deal| {
        let name = deal.account.as_str();
        let needs_account = needs_accounts && (deal.segment.is_empty() || deal.region.is_empty());
        let find = || account_of.get(&join_key(name)).copied();
        let account = if needs_account { *account_known.entry(name).or_insert_with(find) } else { None };
        let segment = account.filter(|_| deal.segment.is_empty()).map_or(&deal.segment, |account| &account.segment);
        let region = account.filter(|_| deal.region.is_empty()).map_or(&deal.region, |account| &account.region);
        kinds.lets(&deal.kind)
            && sources.lets(&deal.source)
            && segments.lets(segment)
            && regions.lets(region)
            && (products.is_open()
                || *product_known.entry(&deal.product).or_insert_with(|| lets_product(&deal.product)))
            && filter.least_amount.is_none_or(|least| book.amount(deal).is_some_and(|amount| least <= amount.0))
    };
    dataset.deals.iter().map(lets).collect()
}

/// By id and name, an id before a name.
fn products_by_key(products: &[Product]) -> BTreeMap<String, &Product> {
    let mut found = BTreeMap::new();
    for product in products {
        found.entry(join_key(&product.id)).or_insert(product);
    }
    for product in products {
        found.entry(join_key(&product.name)).or_insert(product);
    }
    found
}

fn accounts_by_key(accounts: &[Account]) -> BTreeMap<String, &Account> {
    let mut found = BTreeMap::new();
    for account in accounts {
        found.entry(join_key(&account.id)).or_insert(account);
    }
    for account in accounts {
        found.entry(join_key(&account.name)).or_insert(account);
    }
    found
}
