//! Lists of entities that may be long.

/// Of a list of entities, so many are named.
const NAMED: usize = 12;

/// Entities of which only the first are named, by their places in the file, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Few {
    pub(super) first: Vec<usize>,
    pub(super) count: usize,
}

impl Few {
    pub(super) fn add(&mut self, entity: usize) {
        if self.count < NAMED {
            self.first.push(entity);
        }
        self.count += 1;
    }
}

/// Entities that the figures of classes leave out.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// Those of each class.
    pub(super) classes: Vec<Few>,
    /// Whether some of them have a value, but no weight.
    pub(super) is_unweighted: bool,
}

impl LeftOut {
    /// Nobody yet, of so many classes.
    pub(super) fn new(classes: usize) -> LeftOut {
        LeftOut { classes: (0..classes).map(|_| Few::default()).collect(), is_unweighted: false }
    }

    /// Adds an entity of the class with this place; one without a class is in no figure.
    pub(super) fn add(&mut self, class: usize, entity: usize, is_unweighted: bool) {
        if let Some(few) = self.classes.get_mut(class) {
            few.add(entity);
            self.is_unweighted |= is_unweighted;
        }
    }
}
