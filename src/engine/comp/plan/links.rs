//! Components that look at others: whether these are there, and whether any leads back to itself.

use std::collections::BTreeMap;

use super::Component;
use super::error::PlanError;

impl Component {
    /// The names of the components that it looks at, with the setting that does.
    fn looks_at(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let conditions = self.gate.iter().flat_map(|gate| &gate.conditions);
        let conditions = conditions.map(|condition| ("gate", condition.component.as_str()));
        let multipliers = self.multipliers.iter().map(|multiplier| ("multipliers", multiplier.component.as_str()));
        conditions.chain(multipliers).chain(self.matrix.iter().map(|matrix| ("matrix", matrix.component.as_str())))
    }
}

/// The first broken link of each component.
pub(super) fn errors(components: &[Component]) -> Vec<Option<PlanError>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, component) in components.iter().enumerate() {
        places.entry(component.name.as_str()).or_insert(place);
    }
    let links: Vec<Vec<(&'static str, usize)>> = components
        .iter()
        .map(|component| {
            let found = |(field, name): (&'static str, &str)| places.get(name).map(|place| (field, *place));
            component.looks_at().filter_map(found).collect()
        })
        .collect();
    let open = open(&links);
    let error = |(index, component): (usize, &Component)| {
        let position = index + 1;
        let missing = component.looks_at().find(|(_, name)| !places.contains_key(name));
        if let Some((field, name)) = missing {
            return Some(PlanError::UnknownComponent { component: position, field, name: name.to_owned() });
        }
        let own = links.get(index)?;
        if let Some((field, _)) = own.iter().find(|(_, place)| *place == index) {
            return Some(PlanError::LooksAtItself { component: position, field });
        }
        let is_open = open.get(index).copied().unwrap_or_default();
        let back = own.iter().find(|(_, place)| is_open && leads(&links, &open, *place, index));
        back.map(|(field, _)| PlanError::Circular { component: position, field })
    };
    components.iter().enumerate().map(error).collect()
}

/// Which components cannot be put after all that they look at: those in circles and those that lead to one.
fn open(links: &[Vec<(&'static str, usize)>]) -> Vec<bool> {
    let mut open = vec![true; links.len()];
    let mut waits: Vec<usize> = links.iter().map(Vec::len).collect();
    let mut lookers: Vec<Vec<usize>> = vec![Vec::new(); links.len()];
    for (place, own) in links.iter().enumerate() {
        for (_, other) in own {
            if let Some(lookers) = lookers.get_mut(*other) {
                lookers.push(place);
            }
        }
    }
    let mut done: Vec<usize> = (0..links.len()).filter(|place| links.get(*place).is_some_and(Vec::is_empty)).collect();
    while let Some(place) = done.pop() {
        if let Some(open) = open.get_mut(place) {
            *open = false;
        }
        for looker in lookers.get(place).into_iter().flatten() {
            if let Some(waits) = waits.get_mut(*looker) {
                *waits -= 1;
                if *waits == 0 {
                    done.push(*looker);
                }
            }
        }
    }
    open
}

/// Whether looking on from one component comes to another.
fn leads(links: &[Vec<(&'static str, usize)>], open: &[bool], from: usize, to: usize) -> bool {
    let mut is_new = open.to_vec();
    let mut next = vec![from];
    while let Some(place) = next.pop() {
        if place == to {
            return true;
        }
        if let Some(is_new) = is_new.get_mut(place).filter(|is_new| **is_new) {
            *is_new = false;
            next.extend(links.get(place).into_iter().flatten().map(|(_, place)| *place));
        }
    }
    false
}
