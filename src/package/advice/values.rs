//! Warns of what entities have and facts state.

use county_chains_data::dataset::UnitKind;
use county_chains_data::quantity::{count_text, exact};
use county_chains_data::word::text;

use crate::entities::Entities;
use crate::log::{At, Log, counted};
use crate::order::Sorting;
use crate::plan::{Plan, Table};
use crate::{Aggregate, Code, Column, Indicator, Origin, Scale};

/// Warns of what the entities have.
pub(super) fn check_entities(log: &mut Log, plan: &Plan, table: &Table, entities: &Entities) {
    check_classes(log, plan, entities);
    check_names(log, table, entities);
    check_codes(log, table, entities);
    for (indicator, at) in plan.package.indicators.iter().zip(&plan.indicators_at) {
        let Origin::Entities(column) = indicator.origin else { continue };
        if let Some(column) = entities.values.get(column) {
            check_values(log, entities, indicator, column, at);
        }
    }
    check_total(log, plan, table, entities);
}

fn check_classes(log: &mut Log, plan: &Plan, entities: &Entities) {
    for (index, (class, at)) in plan.package.classes.list.iter().zip(&plan.classes_at).enumerate() {
        let has_any =
            entities.list.iter().any(|entity| entity.tier.is_some_and(|tier| tier.index() == index));
        if !has_any {
            let message = "no entity is in this class";
            log.tell(*at, Code::EmptyClass, class.value, "", message, "");
        }
    }
}

/// Warns of entities that nothing tells apart: they have one name, and one group.
fn check_names(log: &mut Log, table: &Table, entities: &Entities) {
    let key = |index: u32| {
        let entity = entities.list.get(index as usize)?;
        let name = &entity.name;
        Some((name.en, name.zh_hans, entity.prefecture, index))
    };
    // Among more entities nobody looks for a name.
    let compared = if entities.list.len() > 100_000 { &[][..] } else { &entities.list };
    // Names alike stand together, in whichever order; sums of them are compared many times faster.
    let sums = compared.iter().map(|entity| checksum(&[entity.name.en, entity.name.zh_hans]));
    let mut sorting = Sorting::begin(sums.collect());
    while sorting.step(&|one, other| key(one).cmp(&key(other)), usize::MAX) {}
    let order = sorting.end();
    let (mut count, mut second) = (0_usize, None::<u32>);
    for pair in order.windows(2) {
        let &[one, other] = pair else { continue };
        let same = match (key(one), key(other)) {
            (Some(one), Some(other)) => {
                (one.0, one.1, one.2) == (other.0, other.1, other.2) && !one.0.is_empty()
            }
            _ => false,
        };
        if same {
            count += 1;
            second = Some(second.map_or(other, |before| before.min(other)));
        }
    }
    let Some(second) = second else { return };
    let Some(entity) = entities.list.get(second as usize) else { return };
    let message = counted(count, "entity has", "entities have") + " the name of another one";
    let help = "make the names longer, such as by the place: lists show no group beside them";
    let at = entities.place(table, second, entities.name);
    log.tell(at, Code::DuplicateName, entity.name.en, "names that tell entities apart", &message, help);
}

/// A number that is the same for the same texts, and hardly for others (FNV-1a).
fn checksum(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// Warns of codes of digits of which some are one shorter.
fn check_codes(log: &mut Log, table: &Table, entities: &Entities) {
    let longest = entities.list.iter().map(|entity| entity.code.len()).max().unwrap_or_default();
    let is_code = |code: &str| {
        (longest - 1..=longest).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
    };
    if longest < 5 || !entities.list.iter().all(|entity| is_code(entity.code)) {
        return;
    }
    let Some(short) = entities.list.iter().position(|entity| entity.code.len() < longest) else { return };
    let Some(entity) = entities.list.get(short) else { return };
    let allowed = text!("{count_text(longest)} digits");
    let message = "some codes have a digit less than others: a spreadsheet may have dropped zeros in front";
    let at = entities.place(table, short as u32, entities.code);
    log.tell(at, Code::LeadingZeros, entity.code, &allowed, message, "format the column as text");
}

/// A number with fewer digits is easily the sum of some others. Of an entity in no class, which rows of totals mostly are, that
/// is told all the same.
const TOTAL_DIGITS: usize = 3;

/// Warns of an entity that may be a row of totals, by the first indicator that shows it. Of ranks and years there are none.
fn check_total(log: &mut Log, plan: &Plan, table: &Table, entities: &Entities) {
    let total = |indicator: &Indicator| match indicator.origin {
        Origin::Entities(column) if indicator.kind != UnitKind::Rank && !indicator.is_year => {
            let values = &entities.values.get(column)?.values;
            let index = sum_of_others(values)?;
            let has_class = entities.list.get(index)?.tier.is_some();
            let digits = exact(*values.get(index)?).bytes().filter(u8::is_ascii_digit).count();
            (!has_class || digits >= TOTAL_DIGITS).then_some((indicator.id, index))
        }
        _ => None,
    };
    let Some((id, index)) = plan.package.indicators.iter().find_map(total) else { return };
    let Some(entity) = entities.list.get(index) else { return };
    let name = if entity.name.en.is_empty() { entity.name.zh_hans } else { entity.name.en };
    let message = "“{}” has as much as all others together in ".to_owned() + id + ": is it a row of totals?";
    let help = "delete the row, or keep the others with “where”";
    let at = entities.place(table, index as u32, entities.name);
    log.tell(at, Code::NestedEntities, name, "rows that contain no others", &message, help);
}

/// The value that is the sum of all the others, of which at least three are above zero.
fn sum_of_others(values: &[f64]) -> Option<usize> {
    let (mut sum, mut size, mut count, mut above) = (0.0, 0.0, 0_usize, 0_usize);
    for value in values.iter().filter(|value| !value.is_nan()) {
        sum += value;
        size += value.abs();
        count += 1;
        above += usize::from(*value > 0.0);
    }
    // Each addition may have an error in the last digit.
    let error = size * f64::EPSILON * count as f64;
    let is_total = |value: &f64| *value > 0.0 && (2.0 * value - sum).abs() <= error;
    if above > 3 { values.iter().position(is_total) } else { None }
}

fn check_values(log: &mut Log, entities: &Entities, indicator: &Indicator, column: &Column, at: &At) {
    let (mut most, mut total, mut count) = (0.0_f64, 0.0, 0_usize);
    let mut by_class = [0.0; county_chains_data::tier::MOST_TIERS];
    let mut is_positive = true;
    for (value, entity) in column.values.iter().zip(&entities.list) {
        if value.is_nan() {
            continue;
        }
        count += 1;
        most = most.max(*value);
        is_positive &= *value > 0.0;
        total += value;
        if let Some(sum) = entity.tier.and_then(|class| by_class.get_mut(class.index())) {
            *sum += value;
        }
    }
    if count == 0 {
        let message = "no entity has a value";
        log.tell(*at, Code::NoValues, indicator.id, "", message, "");
        return;
    }
    if indicator.scale == Scale::Log && !is_positive {
        let message =
            "a value is not above zero, which a logarithmic scale cannot show: charts draw a linear one";
        log.tell(
            *at,
            Code::LogScale,
            indicator.id,
            "values above zero",
            message,
            r#"leave out "scale": "log""#,
        );
    }
    // The median is below a fiftieth of the largest value where more than half of the values are.
    let below = column.values.iter().filter(|value| **value * 50.0 < most).count();
    if indicator.scale == Scale::Linear && is_positive && below * 2 > count && count > 2 {
        let message =
            "the largest value is more than 50 times the one in the middle, so that most crowd at one end";
        log.tell(*at, Code::LogScale, indicator.id, "", message, r#"write "scale": "log""#);
    }
    let largest = by_class.into_iter().fold(0.0, f64::max);
    if indicator.aggregate == Aggregate::Sum && is_positive && largest > total * 0.9 && count > 2 {
        let message = "one class has more than 90 % of the sum: do its entities contain others, which are counted twice?";
        log.tell(*at, Code::NestedEntities, indicator.id, "", message, "keep one level with “where”");
    }
}
