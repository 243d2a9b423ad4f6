//! Groups of the strong bonds that no cluster holds.
//!
//! Such a group begins with a bond and takes in whoever is strongly joined to all of it. Who may join
//! is counted and not searched: every unit that enters the group tells its partners.

use crate::analysis::context::Bond;
use crate::analysis::lists::Lists;
use crate::analysis::story::Story;
use crate::analysis::{Cancelled, Progress};

/// A bond this strong is kept in a group of its own where the groups parted it.
const KEEP: f64 = 0.42;

/// The further groups, each ascending.
pub(super) fn groups(
    story: &Story<'_>,
    bonds: &[Bond],
    clusters: &[Vec<u32>],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut strong: Vec<&Bond> = bonds.iter().filter(|bond| bond.strength >= KEEP).collect();
    let mut residual = Residual::new(story, &strong);
    for cluster in clusters {
        residual.enter(cluster);
    }
    strong.sort_by(|x, y| y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut groups = Vec::new();
    for (count, bond) in strong.into_iter().enumerate() {
        if count % 256 == 0 {
            progress.still()?;
        }
        groups.extend(residual.group_of(bond));
    }
    Ok(groups)
}

/// A unit and how strongly it is joined.
type Joined = (u32, f64);

struct Residual<'s> {
    story: &'s Story<'s>,
    /// The units that each is strongly joined to, ascending.
    partners: Lists<Joined>,
    /// The groups each unit stands in, ascending.
    places: Vec<Vec<u32>>,
    /// How many groups there are.
    count: u32,
    group: Group,
}

/// A group that is being made, and how every unit stands to it.
struct Group {
    members: Vec<u32>,
    /// How many members each unit is strongly joined to.
    met: Vec<u32>,
    /// How many members each article has.
    of_article: Vec<u32>,
}

impl<'s> Residual<'s> {
    fn new(story: &'s Story<'s>, strong: &[&Bond]) -> Self {
        let units = story.units.len();
        let partners = Lists::collected(units, || {
            strong.iter().flat_map(|bond| {
                [
                    (bond.a as usize, (bond.b, bond.strength)),
                    (bond.b as usize, (bond.a, bond.strength)),
                ]
            })
        });
        let group = Group {
            members: Vec::new(),
            met: vec![0; units],
            of_article: vec![0; story.articles.len()],
        };
        Self { story, partners, places: vec![Vec::new(); units], count: 0, group }
    }

    /// Notes the group of its members.
    fn enter(&mut self, members: &[u32]) {
        for unit in members {
            self.places[*unit as usize].push(self.count);
        }
        self.count += 1;
    }

    /// The group that begins with a bond; `None` where a group holds it already.
    fn group_of(&mut self, bond: &Bond) -> Option<Vec<u32>> {
        if have_common(&self.places[bond.a as usize], &self.places[bond.b as usize]) {
            return None;
        }
        self.add(bond.a);
        self.add(bond.b);
        for other in self.who_may_join(bond) {
            if self.is_joined_to_all(other) {
                self.add(other);
            }
        }
        let mut members = self.disband();
        members.sort_unstable();
        self.enter(&members);
        Some(members)
    }

    /// Partners of either unit that are joined to both as far as they can be, the strongest first.
    fn who_may_join(&self, bond: &Bond) -> Vec<u32> {
        let all = [bond.a, bond.b].map(|unit| self.partners.of(unit as usize));
        let mut joined: Vec<Joined> = all
            .into_iter()
            .flatten()
            .copied()
            .filter(|(other, _)| {
                !self.group.members.contains(other) && self.is_joined_to_all(*other)
            })
            .collect();
        joined.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        let mut order: Vec<u32> = Vec::with_capacity(joined.len());
        for (other, _) in joined {
            if !order.contains(&other) {
                order.push(other);
            }
        }
        order
    }

    /// Whether a unit is strongly joined to all members of other articles.
    fn is_joined_to_all(&self, unit: u32) -> bool {
        let article = self.story.units[unit as usize].article;
        let others = self.group.members.len() as u32 - self.group.of_article[article];
        others > 0 && self.group.met[unit as usize] == others
    }

    fn add(&mut self, unit: u32) {
        self.group.members.push(unit);
        self.group.of_article[self.story.units[unit as usize].article] += 1;
        for (other, _) in self.partners.of(unit as usize) {
            self.group.met[*other as usize] += 1;
        }
    }

    /// The members of the group; the next begins anew.
    fn disband(&mut self) -> Vec<u32> {
        let members = std::mem::take(&mut self.group.members);
        for unit in &members {
            self.group.of_article[self.story.units[*unit as usize].article] = 0;
            for (other, _) in self.partners.of(*unit as usize) {
                self.group.met[*other as usize] = 0;
            }
        }
        members
    }
}

/// Whether two ascending lists have an entry in common.
fn have_common(x: &[u32], y: &[u32]) -> bool {
    let (mut i, mut j) = (0, 0);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        if p == q {
            return true;
        }
        i += usize::from(p < q);
        j += usize::from(q < p);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascending_lists_may_have_an_entry_in_common() {
        assert!(have_common(&[1, 4, 9], &[2, 9]));
        assert!(!have_common(&[1, 4], &[2, 5]) && !have_common(&[], &[1]));
    }
}
