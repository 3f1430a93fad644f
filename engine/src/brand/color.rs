//! Colors of a screen, and how far two of them stand apart (WCAG 2.2), in whole numbers.

use std::fmt;

/// A color in sRGB, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

/// What a ratio of contrast is counted in: hundredths, so that 4.5 is 450.
pub type Hundredths = u32;

/// The least contrast of a text with what it stands on.
pub const TEXT: Hundredths = 450;

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// So many 256ths of another color mixed in, channel by channel.
    #[must_use]
    pub fn toward(self, other: Self, parts: u16) -> Self {
        let parts = u32::from(parts.min(256));
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let sum = u32::from(*own) * (256 - parts) + u32::from(other) * parts;
            *own = u8::try_from(sum / 256).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// The relative luminance in ten-thousandths of a millionth: white is 10^10.
    fn luminance(self) -> u64 {
        let [red, green, blue] = self
            .0
            .map(|channel| u64::from(LINEAR[usize::from(channel)]));
        2126 * red + 7152 * green + 722 * blue
    }

    /// The contrast with another color, rounded down.
    pub fn contrast(self, other: Self) -> Hundredths {
        const FLARE: u64 = 500_000_000;
        let (one, two) = (self.luminance() + FLARE, other.luminance() + FLARE);
        let ratio = one.max(two) * 100 / one.min(two);
        u32::try_from(ratio).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The light of each value of a channel, in millionths, as IEC 61966-2-1 has it: a test works it out again.
static LINEAR: [u32; 256] = [
    0, 304, 607, 911, 1214, 1518, 1821, 2125, 2428, 2732, 3035, 3347, 3677, 4025, 4391, 4777, 5182,
    5605, 6049, 6512, 6995, 7499, 8023, 8568, 9134, 9721, 10_330, 10_960, 11_612, 12_286, 12_983,
    13_702, 14_444, 15_209, 15_996, 16_807, 17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153,
    24_158, 25_187, 26_241, 27_321, 28_426, 29_557, 30_713, 31_896, 33_105, 34_340, 35_601, 36_889,
    38_204, 39_546, 40_915, 42_311, 43_735, 45_186, 46_665, 48_172, 49_707, 51_269, 52_861, 54_480,
    56_128, 57_805, 59_511, 61_246, 63_010, 64_803, 66_626, 68_478, 70_360, 72_272, 74_214, 76_185,
    78_187, 80_220, 82_283, 84_376, 86_500, 88_656, 90_842, 93_059, 95_307, 97_587, 99_899,
    102_242, 104_616, 107_023, 109_462, 111_932, 114_435, 116_971, 119_538, 122_139, 124_772,
    127_438, 130_136, 132_868, 135_633, 138_432, 141_263, 144_128, 147_027, 149_960, 152_926,
    155_926, 158_961, 162_029, 165_132, 168_269, 171_441, 174_647, 177_888, 181_164, 184_475,
    187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637, 212_231, 215_861, 219_526,
    223_228, 226_966, 230_740, 234_551, 238_398, 242_281, 246_201, 250_158, 254_152, 258_183,
    262_251, 266_356, 270_498, 274_677, 278_894, 283_149, 287_441, 291_771, 296_138, 300_544,
    304_987, 309_469, 313_989, 318_547, 323_143, 327_778, 332_452, 337_164, 341_914, 346_704,
    351_533, 356_400, 361_307, 366_253, 371_238, 376_262, 381_326, 386_429, 391_572, 396_755,
    401_978, 407_240, 412_543, 417_885, 423_268, 428_690, 434_154, 439_657, 445_201, 450_786,
    456_411, 462_077, 467_784, 473_531, 479_320, 485_150, 491_021, 496_933, 502_886, 508_881,
    514_918, 520_996, 527_115, 533_276, 539_479, 545_724, 552_011, 558_340, 564_712, 571_125,
    577_580, 584_078, 590_619, 597_202, 603_827, 610_496, 617_207, 623_960, 630_757, 637_597,
    644_480, 651_406, 658_375, 665_387, 672_443, 679_542, 686_685, 693_872, 701_102, 708_376,
    715_694, 723_055, 730_461, 737_910, 745_404, 752_942, 760_525, 768_151, 775_822, 783_538,
    791_298, 799_103, 806_952, 814_847, 822_786, 830_770, 838_799, 846_873, 854_993, 863_157,
    871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582, 930_111, 938_686, 947_307,
    955_973, 964_686, 973_445, 982_251, 991_102, 1_000_000,
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Color, LINEAR};

    #[test]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 10^6"
    )]
    fn the_table_is_the_standard_s() {
        for (value, light) in LINEAR.iter().enumerate() {
            let share = f64::from(u8::try_from(value).unwrap()) / 255.0;
            let exact = if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            };
            assert_eq!(*light, (exact * 1e6).round() as u32, "{value}");
        }
    }

    #[test]
    fn contrast_as_wcag_counts_it() {
        let of = |one: &str, two: &str| {
            Color::parse(one)
                .unwrap()
                .contrast(Color::parse(two).unwrap())
        };
        assert_eq!(of("#000000", "#ffffff"), 2100);
        assert_eq!(of("#ffffff", "#ffffff"), 100);
        // The gray that is known for just passing, and the one for just failing.
        assert_eq!(of("#767676", "#ffffff"), 454);
        assert_eq!(of("#ffffff", "#777777"), 447);
        assert_eq!(of("#ff0000", "#ffffff"), 399);
    }

    #[test]
    fn only_six_digits_are_a_color() {
        assert_eq!(Color::parse("#0B5c58").unwrap().to_string(), "#0b5c58");
        for bad in [
            "", "#", "0b5c58", "#fff", "#0b5c5", "#0b5c580", "#0b5c5g", "red", "#é1234", "#+12345",
        ] {
            assert_eq!(Color::parse(bad), None, "{bad}");
        }
    }
}
