//! Every colour, by what it is for.

use crate::color::Color;
use crate::tier::Tier;

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
    /// Roles without a tier, then fills, texts on fills and texts of the four tiers.
    pub const ALL: [Role; 25] = {
        use Role::{OnTier as On, Tier as Fill, TierText as Text};
        [
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
            Fill(Tier::One),
            Fill(Tier::Two),
            Fill(Tier::Three),
            Fill(Tier::Four),
            On(Tier::One),
            On(Tier::Two),
            On(Tier::Three),
            On(Tier::Four),
            Text(Tier::One),
            Text(Tier::Two),
            Text(Tier::Three),
            Text(Tier::Four),
        ]
    };

    /// Whether lines and outlines are drawn in this role; the others have no class for it.
    pub const fn is_drawn_in(self) -> bool {
        matches!(
            self,
            Role::Surface | Role::Ink | Role::Axis | Role::Accent | Role::Excluded | Role::TierText(_)
        )
    }

    /// The name in CSS variables (`--county-chains-<name>`) and classes (`f-<name>`, `s-<name>`).
    pub const fn name(self) -> &'static str {
        const FILL: [&str; 4] = ["tier-1", "tier-2", "tier-3", "tier-4"];
        const ON: [&str; 4] = ["on-tier-1", "on-tier-2", "on-tier-3", "on-tier-4"];
        const TEXT: [&str; 4] = ["tier-text-1", "tier-text-2", "tier-text-3", "tier-text-4"];
        match self {
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
            Role::Tier(tier) => of_tier(FILL, tier),
            Role::OnTier(tier) => of_tier(ON, tier),
            Role::TierText(tier) => of_tier(TEXT, tier),
        }
    }
}

const fn of_tier<T: Copy>(four: [T; 4], tier: Tier) -> T {
    let [one, two, three, four] = four;
    match tier {
        Tier::One => one,
        Tier::Two => two,
        Tier::Three => three,
        Tier::Four => four,
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
    tier: [u32; 4],
    on_tier: [u32; 4],
    tier_text: [u32; 4],
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
    tier: [0x0C2B6C, 0x14818A, 0xC07D30, 0x862839],
    on_tier: [0xFFFFFF, 0xFFFFFF, 0x16202A, 0xFFFFFF],
    tier_text: [0x0C2B6C, 0x0F6F77, 0x8A5714, 0x862839],
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
    tier: [0x8299D2, 0x86F0DD, 0xE8BE4C, 0xDC6078],
    on_tier: [0x0D1116, 0x0D1116, 0x0D1116, 0x0D1116],
    tier_text: [0x9DB1E2, 0x86F0DD, 0xE8BE4C, 0xF0899C],
};

/// The themes, the default first.
pub const THEMES: [Theme; 2] = [LIGHT, DARK];

impl Theme {
    /// The colour of `role`.
    pub const fn color(&self, role: Role) -> Color {
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
            Role::Tier(tier) => of_tier(self.tier, tier),
            Role::OnTier(tier) => of_tier(self.on_tier, tier),
            Role::TierText(tier) => of_tier(self.tier_text, tier),
        })
    }
}

/// The part of the element's style sheet that holds colours: a CSS variable for each role, which a host
/// may override, and the classes that painted marks carry.
pub fn style_sheet() -> String {
    let variables = |theme: &Theme| {
        let one = |role: &Role| {
            let name = role.name();
            format!("--{name}:var(--county-chains-{name},{})", theme.color(*role))
        };
        Role::ALL.iter().map(one).collect::<Vec<_>>().join(";")
    };
    let mut sheet = format!(".root{{{}}}.root[data-theme=dark]{{{}}}", variables(&LIGHT), variables(&DARK));
    for role in Role::ALL {
        let name = role.name();
        sheet.push_str(&format!(".f-{name}{{fill:var(--{name})}}"));
        if role.is_drawn_in() {
            sheet.push_str(&format!(".s-{name}{{stroke:var(--{name})}}"));
        }
    }
    for tier in Tier::ALL {
        let number = tier.number();
        sheet.push_str(&format!(
            ".t{number}{{--tier:var(--tier-{number});--tier-text:var(--tier-text-{number});--on-tier:var(--on-tier-{number})}}"
        ));
    }
    sheet
}
