//! Reads the table of facts: figures and statements with the words of their source.

use county_chains_data::dataset::{Fact, FactValue};
use county_chains_data::language::{Language, Localized};
use county_chains_data::quantity::{Qualifier, count_text};
use county_chains_data::tier::Tier;

use crate::cell::Format;
use crate::descriptor::{RESERVED, unknown_unit};
use crate::header::{Header, TextColumns};
use crate::log::At;
use crate::values::{Cells, Context, Reading, Value};
use crate::walk::{QUOTE, SENTENCE, SHORT};
use crate::{Code, Indicator, Topic, cell, fields, limits, suggest};

/// The columns of the table. Only id and quote must be there.
#[derive(Debug, Default)]
struct Columns {
    id: usize,
    quote: usize,
    topic: Option<usize>,
    tier: Option<usize>,
    entities: Option<usize>,
    indicator: Option<usize>,
    value: Option<usize>,
    unit: Option<usize>,
    qualifier: Option<usize>,
    tags: Option<usize>,
    place: Option<usize>,
    period: Option<usize>,
    subject: TextColumns,
    statement: TextColumns,
    note: TextColumns,
}

/// What a fact names, to be looked up when all tables are there.
#[derive(Debug)]
pub(crate) struct Link {
    /// Index of the indicator.
    pub(crate) indicator: Option<usize>,
    /// Places of the entities, of the value, and of the id.
    pub(crate) entities: At,
    pub(crate) value: At,
    pub(crate) id: At,
    /// What stands in the cell of the value.
    pub(crate) found: String,
    /// Whether something in the row is wrong already.
    pub(crate) is_broken: bool,
    /// The number of its row, as [`Table::number`] has it.
    pub(crate) number: usize,
}

/// The facts so far.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    columns: Columns,
    pub(crate) list: Vec<Fact>,
    pub(crate) links: Vec<Link>,
    pub(crate) topics: Vec<Topic>,
    has_declared_topics: bool,
}

impl Facts {
    /// Finds the columns; `None` where those that must be there are not.
    pub(crate) fn new(context: &mut Context, header: &Header) -> Option<Facts> {
        let mut required = |label: &str| {
            let column = header.column(label);
            if column.is_none() && !context.table.fields.iter().any(|field| field.name == label) {
                let mut at = context.table.at;
                if context.table.file > 0 {
                    at = At { file: context.table.file, line: 1, row: 1, ..At::default() };
                }
                let message = "the table of facts lacks a column";
                context.log.tell(at, Code::MissingLabel, "nothing", label, message, "");
            }
            column
        };
        let (id, quote) = (required("id"), required("quote"));
        let columns = Columns {
            id: id?,
            quote: quote?,
            topic: header.column("topic"),
            tier: header.column("tier"),
            entities: header.column("entities"),
            indicator: header.column("indicator"),
            value: header.column("value"),
            unit: header.column("unit"),
            qualifier: header.column("qualifier"),
            tags: header.column("tags"),
            place: header.column("place"),
            period: header.column("period"),
            subject: header.texts(context.plan, "subject"),
            statement: header.texts(context.plan, "statement"),
            note: header.texts(context.plan, "note"),
        };
        let topics = context.plan.package.topics.clone();
        Some(Facts { columns, has_declared_topics: !topics.is_empty(), topics, ..Facts::default() })
    }

    /// The facts that state the total of an indicator: they name neither class nor entity.
    pub(crate) fn totals(&self, indicators: &[Indicator]) -> Vec<(&'static str, &'static str)> {
        let total = |(fact, link): (&Fact, &Link)| {
            let indicator = indicators.get(link.indicator?)?;
            let is_total = fact.tier.is_none() && fact.counties.is_empty() && fact.value.number().is_some();
            is_total.then_some((indicator.id, fact.id))
        };
        self.list.iter().zip(&self.links).filter_map(total).collect()
    }

    /// Reads a row.
    pub(crate) fn row(&mut self, context: &mut Context, cells: &Cells) {
        if self.list.len() == limits::FACTS {
            let allowed = count_text(limits::FACTS);
            context.tell(cells, self.columns.id, Code::TooManyRows, &allowed, "there are too many facts");
        }
        if self.list.len() >= limits::FACTS {
            return;
        }
        let id = context.code(cells, self.columns.id, "an id").unwrap_or_default();
        let topic = self.topic(context, cells);
        let columns = &self.columns;
        let tier = columns.tier.and_then(|column| context.class(cells, column, Code::ForeignKey));
        let has_class = !cells.get(columns.tier).is_empty();
        let mut link = self.link(context, cells);
        let period = context.text(cells, columns.period, SHORT);
        link.is_broken |= has_class && tier.is_none();
        let value = self.value(context, cells, &mut link);
        let unit = self.unit(context, cells, link.indicator);
        if cells.row.get(columns.quote).is_empty() {
            let message = "a fact lacks the words of its source";
            context.tell(cells, columns.quote, Code::QuoteMissing, "the source's words", message);
        }
        let statement = context.localized(cells, &columns.statement, SENTENCE);
        let (value, qualifier) = value.unwrap_or((FactValue::None, Qualifier::Exact));
        let is_figure = value != FactValue::None || qualifier == Qualifier::NotGiven;
        if !is_figure
            && !link.is_broken
            && columns.statement.iter().all(|column| cells.get(*column).is_empty())
        {
            let column = columns.value.unwrap_or(columns.id);
            let message = "a fact says nothing";
            context.tell(cells, column, Code::MissingValue, "a value or a statement", message);
        }
        let paragraph = paragraph(context, cells, columns.place);
        let indicators = &context.plan.package.indicators;
        let indicator = link.indicator.and_then(|index| indicators.get(index));
        // It says how much it was at another time: neither is it the total, nor does it prove a cell.
        if indicator.is_some_and(|indicator| is_of_other_year(period, indicator.period)) {
            link.indicator = None;
        }
        let indicator = indicator.map_or("", |indicator| indicator.id);
        let words = |column| words(cells.get(column));
        let entities = words(columns.entities).map(|code| context.texts.keep(code)).collect();
        let tags = words(columns.tags).map(|tag| context.texts.keep(tag)).collect();
        self.links.push(link);
        self.list.push(Fact {
            id,
            topic,
            is_figure,
            tier: tier.map(Tier::at),
            counties: entities,
            value,
            unit,
            period,
            qualifier,
            tags,
            paragraph,
            indicator,
            subject: context.localized(cells, &columns.subject, SENTENCE),
            statement,
            note: context.localized(cells, &columns.note, SENTENCE),
            quote: context.text(cells, Some(columns.quote), QUOTE),
            mark: "",
        });
    }

    fn topic(&mut self, context: &mut Context, cells: &Cells) -> &'static str {
        let Some(column) = self.columns.topic else { return "" };
        let word = cells.row.get(column);
        if word.is_empty() {
            return "";
        }
        if let Some(topic) = self.topics.iter().find(|topic| topic.value == word) {
            return topic.value;
        }
        if self.has_declared_topics {
            let words: Vec<&str> = self.topics.iter().map(|topic| topic.value).collect();
            let allowed = suggest::one_of(word, &words);
            context.tell(
                cells,
                column,
                Code::UnknownCategory,
                &allowed,
                "the field does not declare this topic",
            );
            return "";
        }
        if self.topics.len() >= limits::GROUPS {
            return "";
        }
        let value = context.text(cells, Some(column), SHORT);
        let label = Localized { zh_hans: value, zh_hant: value, en: value };
        self.topics.push(Topic { value, label });
        value
    }

    /// What the fact names.
    fn link(&self, context: &mut Context, cells: &Cells) -> Link {
        let at =
            |context: &Context, column: Option<usize>| context.at(cells, column.unwrap_or(self.columns.id));
        let mut link = Link {
            indicator: None,
            entities: at(context, self.columns.entities),
            value: at(context, self.columns.value),
            id: at(context, None),
            found: cells.get(self.columns.value).to_owned(),
            is_broken: false,
            number: context.table.number(&cells.row),
        };
        let (word, Some(column)) = (cells.get(self.columns.indicator), self.columns.indicator) else {
            return link;
        };
        if word.is_empty() {
            return link;
        }
        let indicators = &context.plan.package.indicators;
        let slug = fields::slug(word);
        link.indicator = indicators.iter().position(|indicator| indicator.id == slug);
        if link.indicator.is_none() {
            let ids: Vec<&str> = indicators.iter().map(|indicator| indicator.id).collect();
            let allowed = suggest::one_of(word, &ids);
            context.tell(
                cells,
                column,
                Code::ForeignKey,
                &allowed,
                "a fact names an indicator that there is not",
            );
            link.is_broken = true;
        }
        link
    }

    /// The value, which must be a number where it proves a cell.
    fn value(&self, context: &mut Context, cells: &Cells, link: &mut Link) -> Option<(FactValue, Qualifier)> {
        let field = context.table.fields.iter().find(|field| field.name == "value");
        let reading = Reading {
            format: field.map_or(Format::PLAIN, |field| Format { integer: false, ..field.format }),
            reasons: field.map_or(&[], |field| &field.missing),
            qualifier: self.columns.qualifier,
        };
        let text = self.columns.value.map_or("", |column| cells.number(column));
        let read = match self.columns.value {
            Some(column) if link.indicator.is_some() => {
                let read = context.value(cells, column, &reading);
                read.map(|(value, qualifier)| match value {
                    Value::Number(number, _) => (FactValue::Number(number), qualifier),
                    Value::Missing(_) => (FactValue::None, qualifier),
                })
            }
            _ => {
                let is_missing = reading.missing(text).is_some();
                let qualifier = context.plain_qualifier(cells, self.columns.qualifier, !is_missing);
                qualifier.map(|qualifier| {
                    let format = self
                        .columns
                        .value
                        .map_or(reading.format, |column| cells.format(column, reading.format));
                    let value = match cell::number(text, &format) {
                        _ if is_missing => FactValue::None,
                        Ok(number) => FactValue::Number(number),
                        Err(_) => FactValue::Text(context.text(cells, self.columns.value, SHORT)),
                    };
                    (value, qualifier)
                })
            }
        };
        link.is_broken |= read.is_err();
        read.ok()
    }

    fn unit(&self, context: &mut Context, cells: &Cells, indicator: Option<usize>) -> &'static str {
        let name = cells.get(self.columns.unit);
        let indicator = indicator.and_then(|index| context.plan.package.indicators.get(index));
        let Some(column) = self.columns.unit.filter(|_| !name.is_empty()) else {
            return indicator.map_or("", |indicator| indicator.unit);
        };
        let units = &context.plan.units;
        let mut names = units.iter().map(|unit| unit.key).chain(RESERVED);
        names.find(|unit| *unit == name).unwrap_or_else(|| {
            let at = context.at(cells, column);
            unknown_unit(context.log, at, name, units);
            ""
        })
    }
}

impl Context<'_> {
    /// The qualifier of a fact that proves no cell: a statement is exact.
    fn plain_qualifier(
        &mut self,
        cells: &Cells,
        column: Option<usize>,
        has_value: bool,
    ) -> Result<Qualifier, ()> {
        if !has_value && cells.get(column) == "exact" {
            return Ok(Qualifier::Exact);
        }
        let given = column.map_or(Ok(None), |column| self.qualifier(cells, column, has_value));
        given.map(|qualifier| qualifier.unwrap_or(Qualifier::Exact))
    }
}

/// The words of a list in a cell.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_ascii_whitespace()
}

/// Whether two periods name years, and none of them the same.
fn is_of_other_year(period: &str, other: Localized) -> bool {
    let (named, others) = (years(period), Language::ALL.map(|language| years(other.get(language))).concat());
    !named.is_empty() && !others.is_empty() && !named.iter().any(|year| others.contains(year))
}

/// The numbers of four digits in a text.
fn years(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_ascii_digit()).filter(|digits| digits.len() == 4).collect()
}

/// The number of a paragraph or a page; 0 where none is given. What else may be a place, such as 3a or 12–14, would be cut to
/// another one.
fn paragraph(context: &mut Context, cells: &Cells, column: Option<usize>) -> u32 {
    let text = cells.get(column);
    let (Some(column), false) = (column, text.is_empty()) else { return 0 };
    let digits = text.trim_matches(|character: char| !character.is_ascii_digit());
    let (before, after) = text.split_once(digits).unwrap_or_default();
    let word = before.trim_end().trim_end_matches('.').to_ascii_lowercase();
    let is_plain = ["", "p", "page", "par", "para", "paragraph", "¶", "\u{7b2c}"].contains(&word.as_str())
        && ["", "\u{6bb5}", "\u{9875}", "\u{9801}"].contains(&after.trim_start());
    match digits.parse() {
        Ok(number) if is_plain && number > 0 => number,
        _ => {
            let allowed = "a whole number from 1, such as 3 or p. 3";
            context.tell(
                cells,
                column,
                Code::TypeError,
                allowed,
                "this is no number of a paragraph or a page",
            );
            0
        }
    }
}

/// Tells codes in facts that no entity has, in the cell of a fact.
pub(crate) fn unknown_entity(log: &mut crate::log::Log, link: &Link, code: &str, file: &str) {
    let allowed = county_chains_data::word::text!("a code of {file}");
    let message = "a fact names an entity that there is not";
    log.tell(link.entities, Code::ForeignKey, code, &allowed, message, "");
}
