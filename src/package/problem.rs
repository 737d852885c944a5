//! What is wrong with a dataset, and where.

use county_chains_data::word::Keyword;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The dataset cannot be shown.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// A problem with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: Code,
    /// The file as the descriptor names it; the descriptor itself is named as it was given.
    pub file: String,
    /// The line, from 1; 0 where there is no text, as in an object that a page sets.
    pub line: usize,
    /// In JSON the character in its line, in CSV the number of the field, both from 1; 0 where it is about no single one.
    pub column: usize,
    /// JSON pointer into the descriptor with its data inside; a header is row 0.
    pub pointer: String,
    /// What stands there, at most 80 characters, control characters as U+XXXX.
    pub found: String,
    /// What may stand there.
    pub allowed: String,
    /// One sentence in lower case and without a full stop.
    pub message: String,
    /// What to do; empty where `allowed` says it.
    pub help: String,
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

macro_rules! codes {
    ($(#[doc = $meaning:literal] $variant:ident = $word:literal, $severity:ident;)*) => {
        /// The kinds of problems. Programs may rely on their words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Keyword for Code {
            const WHAT: &'static str = "code";
            const ALL: &'static [Self] = &[$(Code::$variant),*];

            fn word(self) -> &'static str {
                match self { $(Code::$variant => $word,)* }
            }
        }

        impl Code {
            /// How bad problems of this kind are.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What all problems of this kind are, in a sentence or less.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }.trim_start()
            }
        }
    };
}

codes! {
    /// A file is not there.
    NotFound = "not-found", Error;
    /// A file, or a list in it, is larger than we read.
    TooLarge = "too-large", Error;
    /// A file is something else: a web page, a workbook.
    SourceType = "source-type", Error;
    /// Bytes that are not in the declared encoding.
    Encoding = "encoding", Error;
    /// No JSON.
    JsonSyntax = "json-syntax", Error;
    /// JSON nested too deep.
    JsonDepth = "json-depth", Error;
    /// A name twice in an object.
    JsonDuplicateKey = "json-duplicate-key", Error;
    /// Half of a surrogate pair.
    JsonSurrogate = "json-surrogate", Error;
    /// A number that no float holds.
    JsonNumber = "json-number", Error;
    /// A property that must be there.
    MissingProperty = "missing-property", Error;
    /// A value of another type than its place has.
    TypeError = "type-error", Error;
    /// A role that there is not.
    UnknownRole = "unknown-role", Error;
    /// No field has a role that one must have.
    RoleMissing = "role-missing", Error;
    /// Two fields have a role that one may have.
    RoleTwice = "role-twice", Error;
    /// A path that leads out of the folder, or to another host.
    BadPath = "bad-path", Error;
    /// No tag of a language.
    LanguageTag = "language-tag", Error;
    /// Fewer than 2 classes, or more than 12.
    ClassCount = "class-count", Error;
    /// A category twice.
    CategoryDuplicate = "category-duplicate", Error;
    /// Two categories with one label.
    CategoryLabelDuplicate = "category-label-duplicate", Error;
    /// A unit that is not declared.
    UnknownUnit = "unknown-unit", Error;
    /// A way of putting values together that there is not.
    UnknownAggregate = "unknown-aggregate", Error;
    /// A weight that is no numeric field.
    AggregateWeight = "aggregate-weight", Error;
    /// A formula that cannot be read, or names what there is not.
    Formula = "formula", Error;
    /// A condition on rows that names what there is not.
    Where = "where", Error;
    /// A story about a chart or an indicator that there is not.
    StoryChart = "story-chart", Error;
    /// A place in a story that nothing fills.
    StoryPlaceholder = "story-placeholder", Error;
    /// A text that is longer than charts have room for.
    TextTooLong = "text-too-long", Error;
    /// A character that controls the direction or the device, or a brace.
    TextControl = "text-control", Error;
    /// A code that addresses and attributes cannot carry.
    Identifier = "identifier", Error;
    /// A column that a table must have.
    MissingLabel = "missing-label", Error;
    /// Two columns with one name.
    DuplicateLabel = "duplicate-label", Error;
    /// A column without a name.
    BlankLabel = "blank-label", Error;
    /// A row with fewer cells than the header.
    MissingCell = "missing-cell", Error;
    /// A row with more cells than the header.
    ExtraCell = "extra-cell", Error;
    /// A quotation mark inside of an unquoted cell.
    StrayQuote = "stray-quote", Error;
    /// A quoted cell that does not end.
    UnclosedQuote = "unclosed-quote", Error;
    /// Another separator than the declared one.
    Delimiter = "delimiter", Error;
    /// A title above the header.
    TitleRow = "title-row", Error;
    /// No row below the header.
    NoRows = "no-rows", Error;
    /// More rows than we read.
    TooManyRows = "too-many-rows", Error;
    /// An empty cell that must not be empty.
    MissingValue = "missing-value", Error;
    /// A number with undeclared separators of thousands.
    GroupCharacter = "group-character", Error;
    /// A number with an undeclared decimal character.
    DecimalCharacter = "decimal-character", Error;
    /// What a spreadsheet wrote in place of a value.
    SpreadsheetError = "spreadsheet-error", Error;
    /// What a spreadsheet took for a date.
    SpreadsheetDate = "spreadsheet-date", Error;
    /// A number that is no finite number, or too large.
    NumberRange = "number-range", Error;
    /// A class that the field does not declare.
    UnknownCategory = "unknown-category", Error;
    /// A qualifier that there is not.
    UnknownQualifier = "unknown-qualifier", Error;
    /// A qualifier that does not go with the value.
    QualifierContradicts = "qualifier-contradicts", Error;
    /// A code twice.
    PrimaryKey = "primary-key", Error;
    /// A row without a column of the grid, or the reverse.
    GridHalf = "grid-half", Error;
    /// A place outside of the grid.
    GridRange = "grid-range", Error;
    /// A place that another entity has.
    GridTaken = "grid-taken", Error;
    /// Two places of one entity.
    GridTwice = "grid-twice", Error;
    /// A name that leads to nothing.
    ForeignKey = "foreign-key", Error;
    /// A fact that says another value than the cell that it proves.
    FactContradicts = "fact-contradicts", Error;
    /// A fact without the words of its source.
    QuoteMissing = "quote-missing", Error;
    /// A row without any value.
    BlankRow = "blank-row", Warning;
    /// A property that is almost one of ours.
    UnknownProperty = "unknown-property", Warning;
    /// An English noun that lacks the form after 1, or after other numbers.
    NounForm = "noun-form", Warning;
    /// Texts that a declared language lacks.
    MissingTranslation = "missing-translation", Warning;
    /// A class without entities.
    EmptyClass = "empty-class", Warning;
    /// Two classes that only blanks, width or capitals tell apart.
    SimilarClasses = "similar-classes", Warning;
    /// An indicator without values.
    NoValues = "no-values", Warning;
    /// A name that several entities have.
    DuplicateName = "duplicate-name", Warning;
    /// Codes that seem to have lost zeros.
    LeadingZeros = "leading-zeros", Warning;
    /// A sum that may count entities twice.
    NestedEntities = "nested-entities", Warning;
    /// A sum that differs from what a fact states.
    SumDiffers = "sum-differs", Warning;
    /// Two facts that say different values of one indicator.
    FactsDiffer = "facts-differ", Warning;
    /// Values that a linear scale crowds at one end, or that a logarithmic one cannot show.
    LogScale = "log-scale", Warning;
    /// A place in a story for which there is no value.
    StoryValue = "story-value", Warning;
    /// A figure typed into a story.
    TypedNumber = "typed-number", Warning;
    /// A chart that the dataset seems to be meant for, and does not have what it draws.
    ChartNotOffered = "chart-not-offered", Warning;
    /// A table that no chart reads.
    UnusedTable = "unused-table", Warning;
    /// A column that is almost one that is read.
    UnusedColumn = "unused-column", Warning;
}
