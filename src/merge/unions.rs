//! Clusters of mentions that may be one event, so that nothing joins through a chain that its ends would refuse.

use super::apart::forbidden;
use super::look::{Look, Times, times};

/// Union-find that keeps what a cluster's days allow, so that nothing joins through a chain that its ends would refuse.
pub(super) struct Unions<'a, 'b> {
    parent: Vec<usize>,
    pub members: Vec<Vec<usize>>,
    looks: &'b [Look<'a>],
    /// Mentions that a person decided to keep apart.
    apart: &'b [(usize, usize)],
}

impl<'a, 'b> Unions<'a, 'b> {
    pub fn new(looks: &'b [Look<'a>], apart: &'b [(usize, usize)]) -> Unions<'a, 'b> {
        Unions { parent: (0..looks.len()).collect(), members: (0..looks.len()).map(|i| vec![i]).collect(), looks, apart }
    }

    pub fn find(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// Unites two clusters unless members of theirs forbid it.
    ///
    /// # Errors
    ///
    /// What keeps them apart; nothing where they are one already.
    pub fn unite(&mut self, a: usize, b: usize, over_days: bool) -> Result<(), Option<&'static str>> {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return Err(None);
        }
        let pairs = self.members[a].iter().take(24).flat_map(|&i| self.members[b].iter().take(24).map(move |&j| (i, j)));
        let clash = pairs.map(|(i, j)| (&self.looks[i], &self.looks[j])).find_map(|(x, y)| {
            let apart = || (!over_days && matches!(times(x, y), Times::Apart(_))).then_some("their days do not go together");
            forbidden(x, y).or_else(apart)
        });
        let decided = || {
            let parted = self.apart.iter().map(|&(x, y)| (self.find(x), self.find(y))).any(|pair| pair == (a, b) || pair == (b, a));
            parted.then_some("a person decided that they are two")
        };
        if let Some(why) = clash.or_else(decided) {
            return Err(Some(why));
        }
        self.link(a, b);
        Ok(())
    }

    /// Unites two clusters because a person said so; whether they were two.
    pub fn force(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            self.link(a, b);
        }
        a != b
    }

    fn link(&mut self, a: usize, b: usize) {
        let (keep, drop) = (a.min(b), a.max(b));
        self.parent[drop] = keep;
        let moved = std::mem::take(&mut self.members[drop]);
        self.members[keep].extend(moved);
    }
}
