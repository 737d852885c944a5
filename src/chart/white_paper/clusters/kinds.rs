//! The three kinds of cluster: how many, how many new, which of these the source names.

use crate::chart::phrases::words;
use crate::chart::{Cell, ChartContext, Figure, Provenance, Row};
use crate::locale::render;
use crate::quantity::count_text;
use crate::scene::MarkKey;
use crate::word::{joined, text};

/// The chart's word, with which its keys begin.
pub(super) const WORD: &str = "clusters";

/// A kind's key, and its facts.
pub(super) struct Ids {
    pub(super) key: &'static str,
    pub(super) stock: &'static str,
    pub(super) new: &'static str,
    /// Which of the new ones are named.
    pub(super) named: &'static str,
    /// A cluster that another passage counts among them, without a year.
    also: Option<&'static str>,
}

impl Ids {
    /// All facts of the kind.
    pub(super) fn facts(&self) -> Vec<&'static str> {
        [self.stock, self.new, self.named].into_iter().chain(self.also).collect()
    }
}

/// The kinds in the order of the source.
pub(super) const KINDS: [Ids; 3] = [
    Ids {
        key: "national-advanced",
        stock: "cluster.national_adv_stock",
        // No number, but the name of the only one.
        new: "cluster.national_adv_2024",
        named: "cluster.national_adv_2024",
        also: None,
    },
    Ids {
        key: "national-sme",
        stock: "cluster.national_sme_stock",
        new: "cluster.national_sme_new",
        named: "cluster.national_sme_new_named",
        also: Some("profile.wuping.cluster"),
    },
    Ids {
        key: "provincial-sme",
        stock: "cluster.prov_sme_stock",
        new: "cluster.prov_sme_new",
        named: "cluster.prov_sme_new_named",
        also: Some("profile.licheng.cluster"),
    },
];

/// A kind as counted.
pub(super) struct Kind {
    pub(super) ids: &'static Ids,
    pub(super) name: &'static str,
    pub(super) stock: usize,
    pub(super) new: usize,
    /// The new ones that the source names.
    pub(super) named: Vec<Named>,
    /// Whether the number of new ones is the number of those named.
    pub(super) counted: bool,
}

/// A cluster with a name.
pub(super) struct Named {
    /// 福清市化工复合材料
    pub(super) name: String,
    /// 福清市化工复合材料（福州市）, if it is one county's.
    pub(super) full: String,
}

/// The kinds with their numbers.
pub(super) fn kinds(context: &ChartContext<'_>) -> Vec<Kind> {
    let words = words(context, WORD);
    let kinds = KINDS.iter().filter_map(|ids| {
        let name = words.of("kind", ids.key);
        let named = named(context, ids);
        let stock = context.dataset.number(ids.stock)? as usize;
        let new = context.dataset.number(ids.new);
        let counted = new.is_none();
        let new = new.map_or(named.len(), |new| new as usize);
        Some(Kind { ids, name, stock, new, named, counted })
    });
    kinds.collect()
}

/// The named clusters: the product after the county that the fact gives for it.
fn named(context: &ChartContext<'_>, ids: &Ids) -> Vec<Named> {
    let words = words(context, WORD);
    let language = context.locale.language;
    let gap = context.locale.ui.space;
    let codes = context.dataset.fact(ids.named).map_or(&[][..], |fact| &fact.counties);
    let products = words.each("product").filter(|(kind, _)| *kind == ids.key).enumerate();
    let named = products.map(|(index, (_, product))| {
        let Some(county) = codes.get(index).and_then(|code| context.dataset.county(code)) else {
            return Named { name: product.to_owned(), full: product.to_owned() };
        };
        let city = context.dataset.prefecture_of(county).map_or("", |city| city.name.get(language));
        let name = text!("{county.name.get(language)}{gap}{product}");
        let full = render(words.get("of-city"), &[("name", &name), ("city", city)]);
        Named { name, full }
    });
    named.collect()
}

impl Kind {
    /// How many there were before.
    pub(super) fn earlier(&self) -> usize {
        self.stock.saturating_sub(self.new)
    }

    /// `clusters:national-sme`
    pub(super) fn key(&self) -> MarkKey<'static> {
        MarkKey::Row(WORD, self.ids.key)
    }

    /// The name of the square at `index`, if it is a new one that the source names.
    pub(super) fn named_at(&self, index: usize) -> Option<&Named> {
        self.named.get(index.checked_sub(self.earlier())?)
    }

    /// The named ones as a list, which stays open where not all are named.
    pub(super) fn list(&self, context: &ChartContext<'_>) -> String {
        let ui = &context.locale.ui;
        let list = joined(ui.comma, self.named.iter().map(|named| named.name.as_str()));
        if self.named.len() < self.new { render(ui.and_others, &[("list", &list)]) } else { list }
    }

    fn how_counted(&self, context: &ChartContext<'_>) -> String {
        render(words(context, WORD).get("counted"), &[("n", &count_text(self.new))])
    }

    fn difference(&self) -> String {
        let [stock, new, earlier] = [self.stock, self.new, self.earlier()].map(count_text);
        text!("{stock} − {new} = {earlier}")
    }

    /// The kind's row of the table.
    pub(super) fn row(&self, context: &ChartContext<'_>) -> Row {
        let new = if self.counted {
            Cell::derived(Figure::count(self.new), self.how_counted(context))
        } else {
            Cell::Printed(Figure::count(self.new))
        };
        let cells = vec![
            Cell::Plain(self.name.to_owned()),
            Cell::Printed(Figure::count(self.stock)),
            new,
            Cell::derived(Figure::count(self.earlier()), self.difference()),
            Cell::Plain(self.list(context)),
        ];
        Row::new(self.key(), cells)
    }

    /// Whether the square at this index is a new one.
    fn is_new(&self, square: Option<usize>) -> bool {
        square.is_some_and(|square| square >= self.earlier())
    }

    /// Ids of the facts behind the whole kind, or behind the square at this index.
    pub(super) fn facts(&self, square: Option<usize>) -> Vec<&'static str> {
        let Ids { stock, new, named, also, .. } = *self.ids;
        let own = square.and_then(|square| self.named_at(square));
        let mut facts = if self.is_new(square) { vec![new] } else { vec![stock, new] };
        if named != new && (own.is_some() || square.is_none()) {
            facts.push(named);
        }
        if own.is_none() {
            facts.extend(also);
        }
        facts
    }

    /// What the whole kind stands on, or the square at this index.
    pub(super) fn provenance(&self, context: &ChartContext<'_>, square: Option<usize>) -> Provenance {
        let words = words(context, WORD);
        let [new_name, earlier_name] = words.array("column", ["new", "earlier"]);
        let own = square.and_then(|square| self.named_at(square));
        let mut derivations = Vec::new();
        if !self.is_new(square) {
            derivations.push((earlier_name.to_owned(), self.difference()));
        }
        if self.counted {
            derivations.push((new_name.to_owned(), self.how_counted(context)));
        }
        let remark = match (own, square, self.ids.also) {
            (Some(_), ..) | (None, None, None) => "",
            (None, Some(_), None) => words.get("unnamed-remark"),
            (None, _, Some(_)) => words.get("undated-remark"),
        };
        let title = own.map_or(self.name, |named| &named.full).to_owned();
        Provenance { title, remark: remark.to_owned(), derivations, facts: self.facts(square) }
    }
}
