//! The way through a dataset: the descriptor first, then the files that it wants, then what holds across them.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::check::{CodeOrder, Tables, check_facts};
use crate::languages::Languages;
use crate::log::{At, Log};
use crate::place::compare;
use crate::plan::{Kind, Plan};
use crate::rows::Content;
use crate::table::Reader;
use crate::texts::Texts;
use crate::tiers::Tiers;
use crate::values::Context;
use crate::walk::{Node, Walk};
use crate::{Aggregate, Code, Package, Problem, check, descriptor, encodings, formulas, json, limits};

/// Reading so many bytes takes as long as what is done with a row at the end.
const BYTES_OF_ROW: usize = 8;

/// A file that the descriptor wants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Where it is, below the folder of the descriptor.
    pub path: String,
    /// Its encoding; `utf-8` unless another is declared.
    pub encoding: String,
    /// What separates its cells.
    pub delimiter: char,
    /// The quotation mark around its cells.
    pub quote: char,
    /// The names of its columns, where its first row does not hold them.
    pub labels: Option<Vec<String>>,
}

/// What came of reading a dataset.
#[derive(Debug)]
pub struct Report {
    /// The dataset; `None` where there is any error. Warnings leave it.
    pub package: Option<Package>,
    /// All problems: the descriptor's first, then file by file, by line and column.
    pub problems: Vec<Problem>,
    /// How many problems are not in the list, which has at most 1,000 errors and 1,000 warnings of a file.
    pub omitted: usize,
    /// How many files there are: descriptor and tables.
    pub files: usize,
    /// How many rows the tables have, without headers.
    pub rows: usize,
}

/// Reads one dataset. Problems are collected, never thrown.
#[derive(Debug)]
pub struct Reading {
    pub(crate) text: String,
    pub(crate) log: Log,
    texts: Texts,
    pub(crate) plan: Option<Plan>,
    pub(crate) languages: Languages,
    /// The tables, in the order of the plan.
    pub(crate) readers: Vec<Reader>,
    wanted: Vec<Wanted>,
    /// For each wanted file the index of its table.
    tables: Vec<usize>,
    bytes: usize,
    /// Whether the descriptor may be parsed: its text has been looked at, and holds nothing that the parser cannot bear.
    is_sound: bool,
    /// Whether the files have ended.
    has_ended: bool,
    pub(crate) codes: CodeOrder,
    /// Whether what holds across tables has been checked.
    is_checked: bool,
}

impl Reading {
    /// Begins with the descriptor. `name` is what problems call it: `datapackage.json`, or the path as given; empty for an
    /// object without a text, whose problems have no lines.
    pub fn new(name: &str, bytes: &[u8]) -> Reading {
        let mut reading = Reading {
            text: String::new(),
            log: Log::default(),
            texts: Texts::default(),
            plan: None,
            languages: Languages::default(),
            readers: Vec::new(),
            wanted: Vec::new(),
            tables: Vec::new(),
            bytes: bytes.len(),
            is_sound: false,
            has_ended: false,
            codes: CodeOrder::default(),
            is_checked: false,
        };
        reading.log.file(name, 0);
        if bytes.len() > limits::BYTES {
            reading.too_large(0, bytes.len(), limits::BYTES);
            return reading;
        }
        reading.text = json::decoded(&mut reading.log, bytes);
        if !reading.log.failed() && json::checked(&mut reading.log, &mut reading.text) {
            reading.is_sound = true;
            reading.begin();
        }
        reading
    }

    /// Reads the descriptor, and the rows in it. A CSV in it is read by [`Reading::check`].
    fn begin(&mut self) {
        let text = std::mem::take(&mut self.text);
        let value = json::parsed(&mut self.log, &text);
        if let Some(value) = &value {
            json::check_values(&mut self.log, value, false, 0);
            let root = Node { value };
            let (log, texts) = (&mut self.log, &mut self.texts);
            let mut walk = Walk { log, texts, source: &text, languages: Languages::default() };
            let read = descriptor::read(&mut walk, &root);
            if let Some((plan, data)) = read {
                self.take_plan(plan, &data, text.len());
            }
        }
        self.text = text;
    }

    fn take_plan(&mut self, mut plan: Plan, data: &[(usize, Node)], size: usize) {
        self.languages = std::mem::take(&mut plan.languages);
        plan.languages = self.languages.clone();
        if data.is_empty() && size > limits::DESCRIPTOR {
            self.too_large(0, size, limits::DESCRIPTOR);
        }
        for (index, table) in plan.tables.iter_mut().enumerate() {
            if let Some(wanted) = &table.wanted {
                self.wanted.push(wanted.clone());
                self.tables.push(index);
            }
            self.readers.push(Reader::new(table));
        }
        for (index, node) in data {
            if let Some(table) = plan.tables.get_mut(*index) {
                table.data = json::start(node.value);
            }
        }
        for (index, node) in data {
            let (Some(table), Some(reader)) = (plan.tables.get(*index), self.readers.get_mut(*index)) else {
                continue;
            };
            let (log, texts, languages) = (&mut self.log, &mut self.texts, &mut self.languages);
            reader.inline(&mut Context { log, texts, plan: &plan, table, languages }, node);
        }
        self.plan = Some(plan);
    }

    /// The files that the descriptor wants, in the order of its resources; data inside of the descriptor wants none.
    pub fn wanted(&self) -> &[Wanted] {
        &self.wanted
    }

    /// The next bytes of the wanted file `index`, of any length, in UTF-8: who calls has decoded another encoding.
    pub fn feed(&mut self, index: usize, bytes: &[u8]) {
        let before = self.bytes;
        self.bytes += bytes.len();
        let is_too_large = self.bytes > limits::BYTES;
        if is_too_large && before <= limits::BYTES {
            let file = self.file(index);
            self.too_large(file, self.bytes, limits::BYTES);
        }
        if let Some((reader, mut context)) = self.table(index) {
            if is_too_large {
                reader.rows.stop();
            } else {
                reader.feed(&mut context, bytes);
            }
        }
    }

    /// The wanted file `index` will have about so many bytes. It is only for making room in time: large lists that grow have to
    /// move.
    pub fn expect(&mut self, index: usize, bytes: usize) {
        if let Some((reader, _)) = self.table(index) {
            reader.expected = bytes.min(limits::BYTES);
        }
    }

    /// The wanted file `index` is not there, or cannot be read or decoded. Where nobody knows its encoding, `found` is the name of
    /// that as it is declared.
    pub fn fail(&mut self, index: usize, code: Code, found: &str) {
        self.fail_at(index, 0, code, found);
    }

    /// The same where it is known in which line; 0 where it is not.
    pub fn fail_at(&mut self, index: usize, line: usize, code: Code, found: &str) {
        let file = self.file(index);
        let encoding = self.wanted.get(index).map(|wanted| wanted.encoding.clone()).unwrap_or_default();
        let Some((reader, context)) = self.table(index) else { return };
        reader.rows.stop();
        if code == Code::Encoding && found == encoding {
            encodings::tell_unknown(context.log, context.table.encoding_at, found);
            return;
        }
        let (allowed, message) = match code {
            Code::NotFound => ("a file at this path", "the file is not there"),
            Code::Encoding => (encoding.as_str(), "the file is in another encoding than declared"),
            Code::BadPath => (
                "a path below the folder of datapackage.json",
                "the path leads out of the folder of the descriptor",
            ),
            _ => ("", "the file cannot be read"),
        };
        let help = if code == Code::BadPath {
            "put the file itself beside the descriptor, not a link to it"
        } else {
            ""
        };
        context.log.tell(At { file, line, ..At::default() }, code, found, allowed, message, help);
    }

    fn file(&self, index: usize) -> usize {
        let table = self.tables.get(index).and_then(|table| self.plan.as_ref()?.tables.get(*table));
        table.map_or(0, |table| table.file)
    }

    /// The reader of the wanted file `index`, and what it reads with.
    fn table(&mut self, index: usize) -> Option<(&mut Reader, Context<'_>)> {
        let index = *self.tables.get(index)?;
        let plan = self.plan.as_ref()?;
        let table = plan.tables.get(index)?;
        let reader = self.readers.get_mut(index)?;
        let (log, texts, languages) = (&mut self.log, &mut self.texts, &mut self.languages);
        Some((reader, Context { log, texts, plan, table, languages }))
    }

    fn too_large(&mut self, file: usize, found: usize, most: usize) {
        let found = text!("{count_text(found)} bytes");
        let allowed = text!("{count_text(most)} bytes");
        let at = At { file, line: usize::from(file > 0), ..At::default() };
        self.log.tell(at, Code::TooLarge, &found, &allowed, "the files are too large", "");
    }

    /// Goes on with what takes long at the end, for about so many rows. Says whether more is left. Nothing is fed after that; a
    /// file that never was counts as empty.
    pub fn check(&mut self, rows: usize) -> bool {
        let Some(plan) = self.plan.take() else { return false };
        let is_left = self.check_codes(&plan, rows);
        if !is_left && !std::mem::replace(&mut self.is_checked, true) {
            self.check_tables(&plan);
        }
        self.plan = Some(plan);
        is_left
    }

    fn check_codes(&mut self, plan: &Plan, rows: usize) -> bool {
        let (log, texts, languages) = (&mut self.log, &mut self.texts, &mut self.languages);
        for (table, reader) in plan.tables.iter().zip(&mut self.readers) {
            let bytes = rows.saturating_mul(BYTES_OF_ROW);
            if reader.go_on(&mut Context { log, texts, plan, table, languages }, bytes) {
                return true;
            }
        }
        if !self.has_ended {
            self.has_ended = true;
            for (table, reader) in plan.tables.iter().zip(&mut self.readers) {
                reader.finish(&mut Context { log, texts, plan, table, languages });
            }
        }
        let mut tables = plan.tables.iter().zip(&self.readers);
        let entities = tables.find_map(|(table, reader)| match &reader.rows.content {
            Content::Entities(entities) => Some((table, entities)),
            _ => None,
        });
        entities.is_some_and(|(table, entities)| self.codes.step(log, table, entities, rows))
    }

    /// Ends, after what [`Reading::check`] has left.
    pub fn finish(mut self) -> Report {
        while self.check(usize::MAX) {}
        let rows = self.readers.iter().map(|reader| reader.rows.count).sum();
        let package = match self.plan {
            Some(plan) if !self.log.failed() => Some(filled(plan, self.readers, self.codes)),
            _ => None,
        };
        let (problems, omitted) = self.log.told(&self.text, self.is_sound);
        Report { package, problems, omitted, files: 1 + self.wanted.len(), rows }
    }

    /// Checks across tables.
    fn check_tables(&mut self, plan: &Plan) {
        let log = &mut self.log;
        let (mut entities, mut facts) = (None, None);
        let mut tiers: Option<(_, &mut Tiers)> = None;
        let mut grid = None;
        let mut are_facts_known = !plan.kinds.contains(&Kind::Facts);
        for (table, reader) in plan.tables.iter().zip(&mut self.readers) {
            are_facts_known |= table.kind == Kind::Facts && !reader.rows.is_broken;
            match &mut reader.rows.content {
                Content::Entities(content) => entities = Some((table, content, reader.rows.is_broken)),
                Content::Facts(content) => facts = Some((table, content)),
                Content::Tiers(content) => tiers = Some((table, content)),
                Content::Grid(content) => grid = Some(content),
                Content::None => {}
            }
        }
        let is_weight = |id: &str| {
            plan.package
                .indicators
                .iter()
                .any(|one| matches!(one.aggregate, Aggregate::Mean(weight) if weight == id))
        };
        if let Some((table, entities, _)) = &entities {
            let weights = plan.package.indicators.iter().filter(|one| is_weight(one.id));
            weights.for_each(|weight| entities.check_weight(log, table, weight));
        }
        let known = match &entities {
            Some((table, entities, false)) => Some((*table, &***entities, self.codes.codes(&entities.list))),
            _ => None,
        };
        if let (Some((table, entities, codes)), Some(grid)) = (known, grid) {
            compare(log, grid, table, entities, codes);
        }
        let tables = Tables { plan, entities: known };
        if let Some((table, facts)) = &facts {
            let printed = tiers.as_mut().map(|(table, tiers)| (*table, &mut **tiers));
            check_facts(log, &tables, facts, table, printed);
        }
        formulas::check(log, plan, facts.as_ref().map(|(_, facts)| &***facts), are_facts_known);
    }
}

/// The dataset: what the descriptor says, with what the tables hold.
fn filled(plan: Plan, readers: Vec<Reader>, codes: CodeOrder) -> Package {
    let mut package = plan.package;
    package.units = plan.units;
    let (mut places, mut is_placed) = (Vec::new(), false);
    for reader in readers {
        match reader.rows.content {
            Content::Entities(content) => {
                is_placed = !content.places.is_empty();
                package.entities = content.list;
                package.columns = content.values;
                package.groups = content.groups.list;
            }
            Content::Tiers(content) => package.printed = content.list,
            Content::Facts(content) => {
                package.totals = content.totals(&package.indicators);
                package.facts = content.list;
                package.topics = content.topics;
            }
            Content::Grid(content) => places = content.list,
            Content::None => {}
        }
    }
    if is_placed || !places.is_empty() {
        check::place(&mut package.entities, &codes, &places);
    }
    package.order = codes.end();
    package
}
