//! Every colour, by what it is for.

use crate::color::Color;
use crate::quantity::count_text;
use crate::tier::{MOST_TIERS, Tier, TierSet};
use crate::word::text;

/// What a colour is for. Charts name roles; only painters turn them into colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The ground.
    Surface,
    /// A slightly raised ground: tracks, cards.
    Surface2,
    /// Text and the signature rule.
    Ink,
    /// Secondary text.
    Ink2,
    /// Least text.
    Ink3,
    /// Axes, borders of controls, empty units.
    Axis,
    /// Hairlines.
    Line,
    /// Links, focus, marks without tier.
    Accent,
    /// The second step of the accent.
    Accent2,
    /// Tags and marks of derived numbers.
    Derived,
    /// Ground of search hits.
    Found,
    /// Fill of "not disclosed" and of dimmed marks.
    Unknown,
    /// Hatch of "not included".
    Excluded,
    /// Fill of a tier's marks.
    Tier(Tier),
    /// Text on a tier's marks.
    OnTier(Tier),
    /// A tier's name as text on the surface.
    TierText(Tier),
}

impl Role {
    /// The roles that no tier has.
    const OTHERS: [Role; 13] = [
        Role::Surface,
        Role::Surface2,
        Role::Ink,
        Role::Ink2,
        Role::Ink3,
        Role::Axis,
        Role::Line,
        Role::Accent,
        Role::Accent2,
        Role::Derived,
        Role::Found,
        Role::Unknown,
        Role::Excluded,
    ];

    /// All roles of a dataset that has so many tiers: the others first, then fills, texts on fills and names.
    pub fn all(tiers: usize) -> Vec<Role> {
        let of_tiers = |role: fn(Tier) -> Role| TierSet::first(tiers).iter().map(role);
        let others = Role::OTHERS.into_iter().chain(of_tiers(Role::Tier));
        others.chain(of_tiers(Role::OnTier)).chain(of_tiers(Role::TierText)).collect()
    }

    /// Whether lines and outlines are drawn in this role; the others have no class for it.
    pub const fn is_drawn_in(self) -> bool {
        matches!(
            self,
            Role::Surface | Role::Ink | Role::Axis | Role::Accent | Role::Excluded | Role::TierText(_)
        )
    }

    /// `prefix` and the name that the role has in CSS variables (`--county-chains-<name>`) and classes (`f-<name>`,
    /// `s-<name>`). Tiers are counted from 1.
    pub fn named(self, prefix: &str) -> String {
        let name = match self {
            Role::Surface => "surface",
            Role::Surface2 => "surface-2",
            Role::Ink => "ink",
            Role::Ink2 => "ink-2",
            Role::Ink3 => "ink-3",
            Role::Axis => "axis",
            Role::Line => "line",
            Role::Accent => "accent",
            Role::Accent2 => "accent-2",
            Role::Derived => "derived",
            Role::Found => "found",
            Role::Unknown => "unknown",
            Role::Excluded => "excluded",
            Role::Tier(_) => "tier-",
            Role::OnTier(_) => "on-tier-",
            Role::TierText(_) => "tier-text-",
        };
        let number = match self {
            Role::Tier(tier) | Role::OnTier(tier) | Role::TierText(tier) => count_text(tier.index() + 1),
            _ => String::new(),
        };
        text!("{prefix}{name}{number}")
    }
}

/// A set of colours, one for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// `light` or `dark`.
    pub name: &'static str,
    surface: [u32; 2],
    ink: [u32; 3],
    axis: u32,
    line: u32,
    accent: [u32; 2],
    derived: u32,
    found: u32,
    unknown: u32,
    excluded: u32,
    tier: [u32; MOST_TIERS],
    on_tier: [u32; MOST_TIERS],
    tier_text: [u32; MOST_TIERS],
}

/// Dark text on white.
pub const LIGHT: Theme = Theme {
    name: "light",
    surface: [0xFFFFFF, 0xF3F5F7],
    ink: [0x16202A, 0x46535F, 0x626E79],
    axis: 0x7F8A94,
    line: 0xD5DBE0,
    accent: [0x0B5CAD, 0x5F94C9],
    derived: 0x7A4A00,
    found: 0xFFF0B8,
    unknown: 0xE6EAED,
    excluded: 0x6A7681,
    tier: [
        0x0C2B6C, 0x14818A, 0xC07D30, 0x862839, 0xAB6CFC, 0x6C00EA, 0xBD0000, 0xCF1B75, 0x5A2D48, 0xB475B4,
        0x6C7548, 0x750000,
    ],
    on_tier: [
        0xFFFFFF, 0xFFFFFF, 0x16202A, 0xFFFFFF, 0x16202A, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x16202A,
        0xFFFFFF, 0xFFFFFF,
    ],
    tier_text: [
        0x0C2B6C, 0x0F6F77, 0x8A5714, 0x862839, 0x8554C4, 0x6C00EA, 0xBD0000, 0xCF1B75, 0x5A2D48, 0x905D90,
        0x697246, 0x750000,
    ],
};

/// Light text on near black.
pub const DARK: Theme = Theme {
    name: "dark",
    surface: [0x12171D, 0x1C232C],
    ink: [0xEDF1F4, 0xB9C3CC, 0x98A4AF],
    axis: 0x75828E,
    line: 0x323C47,
    accent: [0x7DB8F5, 0x3F79B5],
    derived: 0xE9BE6A,
    found: 0x4A3F14,
    unknown: 0x2A333D,
    excluded: 0x8C98A3,
    tier: [
        0x818FBE, 0x94D4CE, 0xC6AA69, 0xB5666F, 0xD4DFBA, 0xCCB1FE, 0xD65141, 0x9C7497, 0xF78C9E, 0xB0ACCF,
        0xEDF0A9, 0xC48F26,
    ],
    on_tier: [
        0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116,
        0x0D1116, 0x0D1116,
    ],
    tier_text: [
        0xA6B2DA, 0x94D4CE, 0xC6AA69, 0xD98C94, 0xD4DFBA, 0xCCB1FE, 0xE57565, 0xA986A4, 0xF78C9E, 0xB0ACCF,
        0xEDF0A9, 0xC48F26,
    ],
};

/// The themes, the default first.
pub const THEMES: [Theme; 2] = [LIGHT, DARK];

impl Theme {
    /// The colour of `role`.
    ///
    /// ```
    /// # use county_chains::theme::{LIGHT, Role};
    /// assert_eq!(LIGHT.color(Role::Ink).to_string(), "#16202A");
    /// ```
    pub fn color(&self, role: Role) -> Color {
        let of_tier = |colors: &[u32], tier: Tier| colors.get(tier.index()).copied().unwrap_or_default();
        let [surface, surface_2] = self.surface;
        let [ink, ink_2, ink_3] = self.ink;
        let [accent, accent_2] = self.accent;
        Color::hex(match role {
            Role::Surface => surface,
            Role::Surface2 => surface_2,
            Role::Ink => ink,
            Role::Ink2 => ink_2,
            Role::Ink3 => ink_3,
            Role::Axis => self.axis,
            Role::Line => self.line,
            Role::Accent => accent,
            Role::Accent2 => accent_2,
            Role::Derived => self.derived,
            Role::Found => self.found,
            Role::Unknown => self.unknown,
            Role::Excluded => self.excluded,
            Role::Tier(tier) => of_tier(&self.tier, tier),
            Role::OnTier(tier) => of_tier(&self.on_tier, tier),
            Role::TierText(tier) => of_tier(&self.tier_text, tier),
        })
    }
}

/// The part of the element's style sheet that holds colours, for so many tiers: a CSS variable for each role, which a
/// host may override, and the classes that painted marks carry.
pub fn style_sheet(tiers: usize) -> String {
    sheet_of(&Role::all(tiers), TierSet::first(tiers).iter())
}

/// What has to follow the sheet for so many tiers, so that both colour as many as there may be.
pub fn further_style_sheet(tiers: usize) -> String {
    let further: Vec<Tier> = TierSet::first(MOST_TIERS).iter().skip(tiers).collect();
    let of_tier = |tier| [Role::Tier(tier), Role::OnTier(tier), Role::TierText(tier)];
    let roles: Vec<Role> = further.iter().copied().flat_map(of_tier).collect();
    sheet_of(&roles, further.into_iter())
}

/// The colours of these roles and tiers.
fn sheet_of(roles: &[Role], tiers: impl Iterator<Item = Tier>) -> String {
    let variables = |theme: &Theme| {
        let one = |role: &Role| {
            format!("{}:var({},{})", role.named("--"), role.named("--county-chains-"), theme.color(*role))
        };
        roles.iter().map(one).collect::<Vec<_>>().join(";")
    };
    let mut sheet = format!(".root{{{}}}.root[data-theme=dark]{{{}}}", variables(&LIGHT), variables(&DARK));
    for role in roles {
        let variable = role.named("--");
        sheet.push_str(&format!("{}{{fill:var({variable})}}", role.named(".f-")));
        if role.is_drawn_in() {
            sheet.push_str(&format!("{}{{stroke:var({variable})}}", role.named(".s-")));
        }
    }
    let mut system = String::new();
    for tier in tiers {
        let number = tier.index() + 1;
        sheet.push_str(&format!(
            ".t{number}{{--tier:var(--tier-{number});--tier-text:var(--tier-text-{number});--on-tier:var(--on-tier-{number})}}"
        ));
        system.push_str(&format!(
            "--tier-{number}:Canvas;--on-tier-{number}:CanvasText;--tier-text-{number}:CanvasText;"
        ));
    }
    // Where the reader's system gives the colours, all tiers look alike and their names tell them apart.
    sheet + &format!("@media (forced-colors:active){{.root[data-theme]{{{system}}}}}")
}
