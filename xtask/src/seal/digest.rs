//! SHA-256 (FIPS 180-4): what a file holds, in 32 bytes that a browser computes too.

/// The digest of some bytes.
pub struct Digest([u8; 32]);

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        let mut padded = bytes.to_vec();
        padded.push(0x80);
        while padded.len() % 64 != 56 {
            padded.push(0);
        }
        padded.extend((bytes.len() as u64 * 8).to_be_bytes());
        let (constants, mut state) = (constants(), START);
        for chunk in padded.chunks_exact(64) {
            take(chunk, &constants, &mut state);
        }
        let mut digest = [0; 32];
        for (place, word) in digest.chunks_exact_mut(4).zip(state) {
            place.copy_from_slice(&word.to_be_bytes());
        }
        Digest(digest)
    }

    /// Sixteen characters of it, for names.
    pub fn short(&self) -> String {
        self.0[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// All of it as browsers take it: `sha256-` and base64.
    pub fn integrity(&self) -> String {
        const SIGNS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = "sha256-".to_owned();
        for three in self.0.chunks(3) {
            let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(*three.get(i).unwrap_or(&0)));
            for i in 0..4 {
                let sign = char::from(SIGNS[(bits >> (18 - 6 * i) & 63) as usize]);
                text.push(if i <= three.len() { sign } else { '=' });
            }
        }
        text
    }
}

/// The square roots of the first eight primes, the first 32 bits after the point.
const START: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// The cube roots of the first 64 primes, the first 32 bits after the point.
fn constants() -> [u32; 64] {
    let mut primes = (2_u128..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    std::array::from_fn(|_| {
        // The root of a prime and 96 more bits has 32 bits after the point.
        let cube = primes.next().unwrap_or_default() << 96;
        let (mut low, mut high) = (0_u128, 1 << 36);
        while low + 1 < high {
            let middle = (low + high) / 2;
            *(if middle * middle * middle <= cube { &mut low } else { &mut high }) = middle;
        }
        low as u32
    })
}

fn take(chunk: &[u8], constants: &[u32; 64], state: &mut [u32; 8]) {
    let mut words = [0_u32; 64];
    for (word, four) in words.iter_mut().zip(chunk.chunks_exact(4)) {
        *word = four.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    }
    for i in 16..64 {
        let (a, b) = (words[i - 15], words[i - 2]);
        let near = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
        let far = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
        words[i] = words[i - 16].wrapping_add(near).wrapping_add(words[i - 7]).wrapping_add(far);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, constant) in words.iter().zip(constants) {
        let turned = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let chosen = e & f ^ !e & g;
        let first = h.wrapping_add(turned).wrapping_add(chosen);
        let first = first.wrapping_add(*constant).wrapping_add(*word);
        let turned = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let second = turned.wrapping_add(a & b ^ a & c ^ b & c);
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(second));
    }
    for (old, new) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *old = old.wrapping_add(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_of_the_standard() {
        // As the standard's examples and a browser's `crypto.subtle.digest` have them.
        for (text, short, integrity) in [
            ("", "e3b0c44298fc1c14", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            ("abc", "ba7816bf8f01cfea", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8",
                "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=",
            ),
        ] {
            let digest = Digest::of(text.as_bytes());
            assert_eq!((digest.short().as_str(), digest.integrity().as_str()), (short, integrity));
        }
    }
}
