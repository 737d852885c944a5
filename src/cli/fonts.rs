//! The fonts of this machine, and which of them a picture is drawn with.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use resvg::usvg::FontResolver;
use resvg::usvg::fontdb::{Database, FaceInfo, Source, Style, Weight};

use crate::language::Language;

/// Sans-serif families with Simplified Chinese, in the order in which the pictures name them, then others.
const HANS: [&str; 14] = [
    "Noto Sans CJK SC",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
];

/// The same for Traditional Chinese.
const HANT: [&str; 7] = [
    "Noto Sans CJK TC",
    "PingFang TC",
    "Microsoft JhengHei UI",
    "Microsoft JhengHei",
    "Source Han Sans TC",
    "Noto Sans TC",
    "Heiti TC",
];

/// The same for English.
const LATIN: [&str; 8] = [
    "Arial",
    "Liberation Sans",
    "Helvetica Neue",
    "Helvetica",
    "Segoe UI",
    "Roboto",
    "Noto Sans",
    "DejaVu Sans",
];

/// The fonts, looked for when the first picture needs them.
#[derive(Debug, Default)]
pub(super) struct Fonts(OnceLock<Database>);

impl Fonts {
    /// Only these fonts.
    #[cfg(test)]
    pub(super) fn only(database: Database) -> Fonts {
        Fonts(OnceLock::from(database))
    }

    /// The fonts, with the generic families set for `language`.
    pub(super) fn database(&self, language: Language) -> Database {
        let mut database = self.0.get_or_init(system).clone();
        let present = families(language).find(|family| database.faces().any(|face| is_of(face, family)));
        let any = || database.faces().find(|face| is_upright(face)).and_then(|face| face.families.first());
        let name = present.map(str::to_owned).or_else(|| any().map(|(name, _)| name.clone()));
        if let Some(name) = name {
            // usvg falls back to the serif family where no family of the picture is installed.
            database.set_sans_serif_family(name.clone());
            database.set_serif_family(name);
        }
        database
    }
}

/// Families for a language, the first choice first; those of the other script follow, for its characters.
fn families(language: Language) -> impl Iterator<Item = &'static str> {
    let [first, second, third]: [&[&str]; 3] = match language {
        Language::ZhHans => [&HANS, &HANT, &LATIN],
        Language::ZhHant => [&HANT, &HANS, &LATIN],
        Language::En => [&LATIN, &HANS, &HANT],
    };
    first.iter().chain(second).chain(third).copied()
}

fn is_of(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name == family)
}

fn is_upright(face: &FaceInfo) -> bool {
    face.style == Style::Normal && !face.monospaced
}

/// The system's fonts. The files that pictures will most likely use are read into memory, or else usvg
/// would read them, 20 MB each, for every line of text.
fn system() -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    for path in likely_files(&database) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let old: Vec<_> = database.faces().filter(|face| is_in(face, &path)).map(|face| face.id).collect();
        for id in old {
            database.remove_face(id);
        }
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    database
}

fn is_in(face: &FaceInfo, path: &PathBuf) -> bool {
    matches!(&face.source, Source::File(file) if file == path)
}

/// Files of the first installed family of each list, upright, regular and bold.
fn likely_files(database: &Database) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    for list in [&HANS[..], &HANT, &LATIN] {
        let family = list.iter().find(|family| database.faces().any(|face| is_of(face, family)));
        let Some(family) = family else { continue };
        for face in database.faces().filter(|face| is_of(face, family) && is_upright(face)) {
            if let (Weight::NORMAL | Weight::BOLD, Source::File(path)) = (face.weight, &face.source) {
                files.insert(path.clone());
            }
        }
    }
    files
}

/// How usvg finds a font. A character that the font of its text lacks is taken from the families above
/// in the same weight, not from the first file that has it, which may be a serif.
pub(super) fn resolver(language: Language) -> FontResolver<'static> {
    let anything = FontResolver::default_fallback_selector();
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(move |character, used, database| {
            let weight = database.face(*used.first()?)?.weight;
            for family in families(language) {
                for any_weight in [false, true] {
                    let suits = |face: &FaceInfo| {
                        is_of(face, family) && is_upright(face) && (any_weight || face.weight == weight)
                    };
                    let others = database.faces().filter(|face| !suits(face)).map(|face| face.id);
                    // The selector takes the first face that is not excluded; so all others are.
                    let excluded: Vec<_> = used.iter().copied().chain(others).collect();
                    if let Some(id) = anything(character, &excluded, database) {
                        return Some(id);
                    }
                }
            }
            anything(character, used, database)
        }),
    }
}
