//! Groups of texts: how they are declared, written by the build and read by the program.

use county_chains_data::codec::Codec;
use county_chains_data::language::{Language, Localized};

/// Something made of texts.
pub trait Texts {
    /// The same without words.
    const EMPTY: Self;

    /// Goes through the texts in the order of their declaration.
    fn each(&mut self, visit: &mut dyn FnMut(&mut &'static str));
}

impl Texts for &'static str {
    const EMPTY: Self = "";

    // Called for hundreds of places, each of which would carry the whole of it.
    #[inline(never)]
    fn each(&mut self, visit: &mut dyn FnMut(&mut &'static str)) {
        visit(self);
    }
}

impl<T: Texts, const N: usize> Texts for [T; N] {
    const EMPTY: Self = [T::EMPTY; N];

    fn each(&mut self, visit: &mut dyn FnMut(&mut &'static str)) {
        for part in self {
            part.each(visit);
        }
    }
}

/// A text under a key.
impl<T: Texts> Texts for (&'static str, T) {
    const EMPTY: Self = ("", T::EMPTY);

    fn each(&mut self, visit: &mut dyn FnMut(&mut &'static str)) {
        visit(&mut self.0);
        self.1.each(visit);
    }
}

/// Declares a group of texts, and that going through the group is going through its fields.
macro_rules! words {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl Texts for $name {
            const EMPTY: Self = $name { $($field: <$kind as Texts>::EMPTY,)* };

            fn each(&mut self, visit: &mut dyn FnMut(&mut &'static str)) {
                $(self.$field.each(visit);)*
            }
        }
    };
}

pub(crate) use words;

/// The texts of the three languages, side by side.
pub fn side_by_side<T: Texts>(languages: [T; 3]) -> Vec<Localized> {
    let texts = |mut words: T| {
        let mut texts = Vec::new();
        words.each(&mut |text| texts.push(*text));
        texts
    };
    let [hans, hant, en] = languages.map(texts);
    let chinese = hans.into_iter().zip(hant);
    chinese.zip(en).map(|((zh_hans, zh_hant), en)| Localized { zh_hans, zh_hant, en }).collect()
}

/// Reads or writes texts in the three languages.
pub fn texts<T: Codec>(codec: &mut T, texts: &mut Vec<Localized>) {
    codec.reserve(texts, || Localized::EMPTY);
    codec.localized_columns(texts, &[|text| text]);
}

/// The words of a group in all languages, in the order of [`Language::ALL`].
pub fn read<T: Texts>(codec: &mut impl Codec) -> [T; 3] {
    let mut found = Vec::new();
    texts(codec, &mut found);
    Language::ALL.map(|language| {
        let mut words = T::EMPTY;
        read_texts(&mut words, &mut found.iter().map(|text| text.get(language)));
        words
    })
}

// A function of its own: in the loop, the address of each of the many places would be kept in a local.
#[inline(never)]
fn read_texts<T: Texts>(words: &mut T, texts: &mut dyn Iterator<Item = &'static str>) {
    words.each(&mut |text| *text = texts.next().unwrap_or_default());
}
