//! Texts of the dataset with the figures that they ask for.

use super::ChartContext;
use crate::dataset::{Form, Indicator, Operand, Placeholder, part_of};
use crate::language::Localized;
use crate::locale::{render, render_with, share, share_of};
use crate::quantity::{Quantity, percent};
use crate::tier::Tier;

/// A share to the whole percent.
pub(super) fn rounded(share: &Quantity) -> String {
    percent(share.middle(), 0)
}

impl ChartContext<'_> {
    /// A text in the context's language, with `given` and with figures of the dataset in the places of placeholders.
    pub fn tell(&self, text: Localized, given: &[(&str, &str)]) -> String {
        self.tell_of(Tier::at(0), text, given)
    }

    /// The same for a text that is about `tier`.
    pub(super) fn tell_of(&self, tier: Tier, text: Localized, given: &[(&str, &str)]) -> String {
        render_with(text.get(self.locale.language), &mut |name| {
            if let Some((_, value)) = given.iter().find(|(key, _)| *key == name) {
                return Some((*value).to_owned());
            }
            match Placeholder::parse(name) {
                Some(placeholder) => self.indicated(tier, placeholder),
                None => self.dataset.number(name).map(|value| self.locale.number(value)),
            }
        })
    }

    /// What a placeholder asks for.
    fn indicated(&self, tier: Tier, placeholder: Placeholder<'_>) -> Option<String> {
        let Placeholder { indicator, operand, form } = placeholder;
        let indicator = self.dataset.indicator(indicator)?;
        let tier = match operand {
            Operand::It => tier,
            Operand::Tier(code) => self.dataset.tier_of(code)?,
            Operand::Sum => return self.unfiltered().added_up(indicator, form),
            Operand::Part => return self.added_up(indicator, form),
            Operand::Terms => return Some(self.terms(indicator.id)),
            Operand::Derived => return Some(self.derived_values(indicator.id)),
        };
        self.of_tier(tier, indicator, form)
    }

    /// The sum over the selected tiers.
    fn added_up(&self, indicator: &Indicator, form: Form) -> Option<String> {
        let sum = self.selection().sum(indicator.id)?;
        Some(match form {
            Form::Number => self.locale.number(sum.low),
            Form::Phrase => self.phrase(indicator, sum.low),
            _ => self.locale.sum(&sum, indicator),
        })
    }

    /// A count of the indicator as a phrase.
    pub(super) fn phrase(&self, indicator: &Indicator, count: f64) -> String {
        if indicator.phrase.is_empty() {
            return self.locale.counted(count, &indicator.noun);
        }
        render(indicator.phrase.get(self.locale.language), &[("n", &self.locale.number(count))])
    }

    /// How the sum of an indicator over the selected tiers is worked out: `7 + 11 + 46 + 19 = 83`.
    pub(super) fn terms(&self, indicator: &str) -> String {
        self.selection().addition(indicator).map_or_else(String::new, |step| self.locale.step(&step))
    }

    /// The values of an indicator that we worked out, as a list.
    fn derived_values(&self, indicator: &str) -> String {
        let tiers = self.dataset.tiers.iter().map(|row| row.tier);
        let derived = tiers.filter(|tier| self.measure(indicator, *tier).is_derived());
        self.locale.list(&derived.map(|tier| self.value(indicator, tier)).collect::<Vec<_>>())
    }

    fn of_tier(&self, tier: Tier, indicator: &Indicator, form: Form) -> Option<String> {
        let value = || self.value(indicator.id, tier);
        let measure = self.measure(indicator.id, tier);
        let Some(quantity) = measure.quantity() else {
            return Some(value());
        };
        let [printed, about] = self.locale.shares.parts;
        let tag = || render(self.locale.ui.bracketed, &[("name", ""), ("unit", self.locale.ui.derived)]);
        Some(match form {
            Form::Value => value(),
            Form::Number => self.locale.number(quantity.low),
            Form::Phrase => self.phrase(indicator, quantity.low),
            Form::Rounded => rounded(&quantity),
            Form::About => render(self.locale.shares.about, &[("share", &rounded(&quantity))]),
            Form::Share if quantity.derived => render(about, &[("share", &rounded(&quantity))]),
            Form::Share => render(printed, &[("share", &value())]),
            Form::Tag if measure.is_derived() => tag(),
            Form::Tag => String::new(),
            Form::Low => percent(quantity.low, 1),
            Form::High => percent(quantity.high, 1),
            Form::OfSum if self.dataset.is_own => share(self.locale, &self.share_of_sum(indicator.id, tier)?),
            Form::OfSum => percent(self.share_of_sum(indicator.id, tier)?.middle(), 1),
        })
    }

    /// A tier's part in the sum of all tiers, in percent.
    pub(super) fn share_of_sum(&self, indicator: &str, tier: Tier) -> Option<Quantity> {
        let sum = self.unfiltered().selection().addition(indicator)?;
        let own = self.measure(indicator, tier).quantity()?;
        if self.dataset.is_own {
            return share_of(own, sum.result.0);
        }
        Some(part_of((own, sum.result.1), sum.result)?.result.0)
    }
}
