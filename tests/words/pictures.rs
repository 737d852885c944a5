//! A number that we calculated is never drawn without its tag.

use county_chains::chart::ChartKind;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::scene::{MarkKey, Shape};
use county_chains::widget::State;

use super::support::{dataset, indicators, poster_of, state_of, tiers};

#[test]
fn in_the_chart_of_tiers_a_derived_number_has_its_tag_at_every_width() {
    let mut seen = 0;
    for language in Language::ALL {
        let locale = Locale::of(language);
        for indicator in indicators() {
            for width in [200.0, 240.0, 280.0, 320.0, 360.0, 420.0, 560.0, 760.0] {
                let state = State { indicator, ..state_of(ChartKind::Tiers) };
                let scene = poster_of(&state, language, width);
                for tier in tiers() {
                    let key = MarkKey::Tier(dataset().tier_code(tier));
                    let mark = scene.marks().find(|mark| mark.key == key).unwrap();
                    let labels: Vec<&str> = mark.shapes.iter().filter_map(label).collect();
                    // GDP carries its share as well, on the narrowest widgets as about so much.
                    let share = dataset().measure("gdp-share", tier);
                    let is_of_share = indicator == "gdp" && share.is_derived();
                    let shown = |text: &str| labels.iter().any(|label| label.contains(text));
                    let drawn = is_of_share && (shown("21.7") || shown("22%"));
                    if drawn || dataset().measure(indicator, tier).is_derived() {
                        assert!(
                            labels.contains(&locale.ui.derived),
                            "{indicator} {width} {key:?}: {labels:?}"
                        );
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 200, "{seen} derived numbers");
}

fn label(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text(label) => Some(&label.content),
        _ => None,
    }
}
