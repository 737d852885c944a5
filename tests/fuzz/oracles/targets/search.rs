//! Search. An input is what a reader types; what is behind a first line end is a text in which it is marked.

use county_chains::dataset::{Dataset, Fact};
use county_chains::search::{Query, Rank, normal, places};

use crate::input::Choices;
use crate::view::dataset_named;

/// Facts and counties that are looked at for one input; all of them take too long.
const LOOKED_AT: usize = 12;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (typed, text) = input.split_once('\n').unwrap_or((&input, &input));
    let query = Query::new(typed);
    assert_eq!(query.is_empty(), query.words().is_empty());
    assert!(query.words().iter().all(|word| !word.is_empty() && !word.contains(' ')), "{query:?}");
    marked(text, &query);
    let dataset = dataset_named("");
    let mut choices = Choices::of(bytes);
    let reversed: Vec<&str> = query.words().iter().rev().map(String::as_str).collect();
    let reversed = Query::new(&reversed.join(" "));
    let longer = Query::new(&format!("{typed} {}", text.lines().next().unwrap_or_default()));
    for _ in 0..LOOKED_AT {
        let fact = &dataset.facts[choices.below(dataset.facts.len())];
        let county = &dataset.counties[choices.below(dataset.counties.len())];
        marked(fact.quote, &query);
        let rank = |query: &Query| [query.fact(dataset, fact), query.county(dataset, county)];
        let found = rank(&query);
        assert_eq!(rank(&Query::new(&typed.to_ascii_uppercase())), found, "capitals matter");
        // Words in their normal form may have another one, such as a full-width comma.
        if reversed.words().len() == query.words().len() {
            assert_eq!(rank(&reversed), found, "the order of words matters");
        }
        for (more, less) in rank(&longer).into_iter().zip(found) {
            assert!(
                more.is_none() || less.is_some_and(|less| less <= more.unwrap_or(Rank::Said)),
                "more words find more"
            );
        }
        assert_eq!(
            Query::new(fact.id).fact(dataset, fact),
            exact(dataset, fact),
            "a fact is not found by its id"
        );
    }
}

/// By its id a fact is found before all others.
fn exact(_: &Dataset, _: &Fact) -> Option<Rank> {
    Some(Rank::Exact)
}

/// Panics where what is marked in a text is not what is looked for.
fn marked(text: &str, query: &Query) {
    let mut end = None;
    for range in places(text, query.words()) {
        assert!(end.is_none_or(|end| end < range.start), "marks touch each other");
        end = Some(range.end);
        let marked = text.get(range).expect("a mark that stands on no characters");
        let form = normal(marked);
        assert!(
            query.words().iter().any(|word| form.contains(&**word)),
            "{marked:?} is marked for {query:?}"
        );
    }
}
