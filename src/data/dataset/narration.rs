//! What the dataset says of itself in words: stories and notes, templates with placeholders for its own figures.

use crate::language::Localized;

/// What is written of a chart, or of one indicator in it.
#[derive(Debug, Clone)]
pub struct Story {
    /// Word of the chart; empty for what holds for all of them.
    pub chart: &'static str,
    /// Id of the indicator; empty for the chart itself.
    pub indicator: &'static str,
    /// Codes of the tiers that the heading speaks of: it stays while all of them are selected.
    pub about: Vec<&'static str>,
    /// The name of the chart, where the story is about the chart.
    pub name: Localized,
    /// The finding.
    pub heading: Localized,
    /// One or two sentences.
    pub summary: Localized,
    /// The heading of a part of the tiers.
    pub part: Localized,
    /// The summary of a part of the tiers.
    pub part_summary: Localized,
    /// Before the summary where there is room.
    pub lead: Localized,
    /// Beside a mark, or under the one that the chart emphasises.
    pub beside: Localized,
    /// The same where room is short.
    pub beside_short: Localized,
    /// In the place of a value that the source does not give.
    pub missing: Localized,
    /// Caption of the table.
    pub caption: Localized,
}

impl Story {
    /// A blank one, to be filled in.
    pub const EMPTY: Story = Story {
        chart: "",
        indicator: "",
        about: Vec::new(),
        name: Localized::EMPTY,
        heading: Localized::EMPTY,
        summary: Localized::EMPTY,
        part: Localized::EMPTY,
        part_summary: Localized::EMPTY,
        lead: Localized::EMPTY,
        beside: Localized::EMPTY,
        beside_short: Localized::EMPTY,
        missing: Localized::EMPTY,
        caption: Localized::EMPTY,
    };

    /// Its texts that other charts show too: the name, in the choice of charts, and the heading of a part.
    pub fn shared_texts(&mut self) -> [&mut Localized; 2] {
        [&mut self.name, &mut self.part]
    }

    /// Its texts that only its chart shows.
    pub fn chart_texts(&mut self) -> [&mut Localized; 8] {
        [
            &mut self.heading,
            &mut self.summary,
            &mut self.part_summary,
            &mut self.lead,
            &mut self.beside,
            &mut self.beside_short,
            &mut self.missing,
            &mut self.caption,
        ]
    }
}

/// A text that readers open, by its key.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What it is for; several may have the same key.
    pub key: &'static str,
    /// Its heading, if it has one.
    pub head: Localized,
    /// The text.
    pub text: Localized,
}

impl Passage {
    /// A blank one, to be filled in.
    pub const EMPTY: Passage = Passage { key: "", head: Localized::EMPTY, text: Localized::EMPTY };
}

/// A text of a chart that is made for its dataset.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Word of the chart.
    pub chart: &'static str,
    /// What the chart asks for it by; several may have the same key.
    pub key: &'static str,
    /// The item of the chart that it is about, such as a row; empty for none.
    pub item: &'static str,
    /// The text.
    pub text: Localized,
}

impl Phrase {
    /// A blank one, to be filled in.
    pub(crate) const EMPTY: Phrase = Phrase { chart: "", key: "", item: "", text: Localized::EMPTY };
}

/// What stands before a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// Nothing.
    None,
    /// The tag of derived numbers.
    Derived,
    /// An asterisk that the chart carries too.
    Asterisk,
}

impl Marker {
    /// The markers by their words in the data files.
    pub const WORDS: [(&'static str, Marker); 3] =
        [("none", Marker::None), ("derived", Marker::Derived), ("asterisk", Marker::Asterisk)];
}

/// A note under charts.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Its id.
    pub id: &'static str,
    /// Words of the charts that it stands under.
    pub charts: Vec<&'static str>,
    /// Ids of the indicators that it is about; empty for all.
    pub indicators: Vec<&'static str>,
    /// Codes of tiers that must be selected for it.
    pub tiers: Vec<&'static str>,
    /// Whether it is about several selected tiers that are not all of them.
    pub of_part: bool,
    /// Words of the charts whose tables need it.
    pub tables: Vec<&'static str>,
    /// What stands before it.
    pub marker: Marker,
    /// Whether it says why the source leaves a value of the indicator out.
    pub explains_gap: bool,
    /// The sentence.
    pub text: Localized,
}

impl Remark {
    /// The id of remarks whose text is a list of entities in one tier that have no value of an indicator.
    pub const WITHOUT_VALUE: &'static str = "without-value";

    /// The same where some of an indicator’s entities have a value, but lack the weight without which it counts for nothing.
    pub const WITHOUT_WEIGHT: &'static str = "without-weight";

    /// A blank one, to be filled in.
    pub const EMPTY: Remark = Remark {
        id: "",
        charts: Vec::new(),
        indicators: Vec::new(),
        tiers: Vec::new(),
        of_part: false,
        tables: Vec::new(),
        marker: Marker::None,
        explains_gap: false,
        text: Localized::EMPTY,
    };
}

/// Which value of an indicator a placeholder asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand<'a> {
    /// That of the tier with this code: `{gdp:3}`.
    Tier(&'a str),
    /// That of the tier that the sentence is about: `{gdp:it}`.
    It,
    /// The sum over all tiers: `{chains:sum}`.
    Sum,
    /// The sum over the selected tiers: `{gdp:part}`.
    Part,
    /// How that sum is worked out: `{gdp:terms}`.
    Terms,
    /// The list of those that we worked out: `{county-share:derived}`.
    Derived,
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With its unit.
    Value,
    /// The number alone: `{counties:3:number}`.
    Number,
    /// As a phrase of the indicator, 46个县域: `{counties:part:phrase}`.
    Phrase,
    /// A share to the whole percent: `{gdp-share:1:rounded}`.
    Rounded,
    /// The same with a word that says so, 约22%: `{gdp-share:1:about}`.
    About,
    /// A share as a part of a sentence, 占19.6% or 约占22%: `{gdp-share:1:share}`.
    Share,
    /// The tag of derived numbers, for one that is derived: `{gdp-share:1:tag}`.
    Tag,
    /// The lower end of a range: `{gdp-share:1:low}`.
    Low,
    /// The upper end: `{gdp-share:1:high}`.
    High,
    /// In percent of the sum of all tiers: `{chains:1:of-sum}`.
    OfSum,
}

/// A placeholder that asks for an indicator. Others ask for the number of a fact, or for what the chart gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placeholder<'a> {
    /// Id of the indicator.
    pub indicator: &'a str,
    /// Which of its values.
    pub operand: Operand<'a>,
    /// How it is written.
    pub form: Form,
}

impl<'a> Placeholder<'a> {
    /// Reads what stands between the braces; `None` where it asks for no indicator.
    ///
    /// ```
    /// # use county_chains::dataset::{Form, Operand, Placeholder};
    /// let placeholder = Placeholder::parse("counties:3:number").unwrap();
    /// assert_eq!(placeholder.indicator, "counties");
    /// assert_eq!((placeholder.operand, placeholder.form), (Operand::Tier("3"), Form::Number));
    /// assert_eq!(Placeholder::parse("total.counties"), None);
    /// ```
    pub fn parse(name: &'a str) -> Option<Placeholder<'a>> {
        let mut parts = name.split(':');
        let (indicator, operand, form) = (parts.next()?, parts.next()?, parts.next());
        let operand = match operand {
            "it" => Operand::It,
            "sum" => Operand::Sum,
            "part" => Operand::Part,
            "terms" => Operand::Terms,
            "derived" => Operand::Derived,
            code => Operand::Tier(code),
        };
        let form = match form {
            None => Form::Value,
            Some("number") => Form::Number,
            Some("phrase") => Form::Phrase,
            Some("rounded") => Form::Rounded,
            Some("about") => Form::About,
            Some("share") => Form::Share,
            Some("tag") => Form::Tag,
            Some("low") => Form::Low,
            Some("high") => Form::High,
            Some("of-sum") => Form::OfSum,
            Some(_) => return None,
        };
        Some(Placeholder { indicator, operand, form })
    }
}
