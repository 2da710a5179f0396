//! Who reports to whom, at any depth.

/// A forest of people by their places. A ring of managers is cut: none of it has a manager.
#[derive(Clone, Debug, Default)]
pub(super) struct Hierarchy {
    reports: Vec<Vec<u32>>,
    /// Those who are their own manager, directly or through others, in order.
    pub(super) in_ring: Vec<u32>,
}

impl Hierarchy {
    /// Of each one's manager.
    pub(super) fn new(mut managers: Vec<Option<u32>>) -> Self {
        let in_ring = rings(&managers);
        for place in &in_ring {
            if let Some(manager) = managers.get_mut(*place as usize) {
                *manager = None;
            }
        }
        let mut reports = vec![Vec::new(); managers.len()];
        for (place, manager) in managers.iter().enumerate() {
            if let Some(list) = manager.and_then(|manager| reports.get_mut(manager as usize)) {
                list.push(place as u32);
            }
        }
        Self { reports, in_ring }
    }

    /// Those who report to the one.
    pub(super) fn reports(&self, place: usize) -> &[u32] {
        self.reports.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The one and everyone below, in order.
    pub(super) fn team(&self, place: u32) -> Vec<u32> {
        let mut team = vec![place];
        let mut next = 0;
        // Rings were cut: each is met once.
        while let Some(one) = team.get(next).copied() {
            team.extend(self.reports.get(one as usize).into_iter().flatten());
            next += 1;
        }
        team.sort_unstable();
        team
    }
}

/// Everyone who is met again on the way up from him- or herself.
fn rings(managers: &[Option<u32>]) -> Vec<u32> {
    // On which way up one was first met; 0 for none.
    let mut met = vec![0_u32; managers.len()];
    let mut in_ring = Vec::new();
    let above = |place: u32| managers.get(place as usize).copied().flatten();
    for start in 0..managers.len() as u32 {
        let way = start + 1;
        let mut at = Some(start);
        while let Some(place) = at {
            match met.get_mut(place as usize) {
                Some(first) if *first == 0 => *first = way,
                Some(first) if *first == way => {
                    let mut round = place;
                    loop {
                        in_ring.push(round);
                        round = above(round).unwrap_or(place);
                        if round == place {
                            break;
                        }
                    }
                    break;
                }
                _ => break,
            }
            at = above(place);
        }
    }
    in_ring.sort_unstable();
    in_ring
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_cut_and_everything_else_stays() {
        let check = |managers: &[Option<u32>], ring: &[u32], team_of_0: &[u32]| {
            let hierarchy = Hierarchy::new(managers.to_vec());
            assert_eq!(hierarchy.in_ring, ring, "{managers:?}");
            assert_eq!(hierarchy.team(0), team_of_0, "{managers:?}");
        };
        check(&[None, Some(0), Some(1), Some(0), None], &[], &[0, 1, 2, 3]);
        check(&[Some(0), Some(0)], &[0], &[0, 1]);
        check(&[Some(1), Some(2), Some(0), Some(0)], &[0, 1, 2], &[0, 3]);
        check(&[Some(1), None], &[], &[0]);
        check(&[Some(9)], &[], &[0]);
        check(&[None, Some(2), Some(1), Some(1)], &[1, 2], &[0]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_is_no_recursion() {
        let n = 100_000;
        let managers = (0..n).map(|place: u32| place.checked_sub(1)).collect();
        assert_eq!(Hierarchy::new(managers).team(0).len(), n as usize);
    }
}
