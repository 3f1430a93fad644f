//! Ids for new things. The model has no randomness of its own: it is given a seed, so that a test knows every id.

/// A source of ids.
#[derive(Clone, Debug)]
pub struct Ids(u64);

impl Ids {
    /// Ids that grow from this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next id: a letter and 12 hexadecimal digits, from the `SplitMix64` generator (Steele, Lea, Flood 2014).
    pub fn next(&mut self, letter: char) -> String {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        let mut id = String::with_capacity(13);
        id.push(letter);
        for digit in 0..12 {
            let nibble = u32::try_from((z >> (4 * digit)) & 15).unwrap_or(0);
            id.push(char::from_digit(nibble, 16).unwrap_or('0'));
        }
        id
    }
}
