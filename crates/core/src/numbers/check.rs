//! The check characters of the standards, as arithmetic on ASCII text.

/// The check character of the first 17 digits of an identity number (GB 11643).
pub(super) fn identity(digits: &[u8]) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    if digits.len() != 17 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    "10X98765432".chars().nth((sum % 11) as usize)
}

/// The alphabet of credit codes (GB 32100): no I, O, S, V, Z.
const CREDIT: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether a character can stand in a credit code.
pub(super) fn is_credit_letter(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='Y') && !matches!(c, 'I' | 'O' | 'S' | 'V')
}

/// The check character of the first 17 characters of a credit code (GB 32100).
pub(super) fn credit(code: &str) -> Option<char> {
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    if code.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (c, weight) in code.bytes().zip(WEIGHTS) {
        sum += CREDIT.bytes().position(|letter| letter == c)? * weight;
    }
    // The outer remainder matters where the sum is a multiple of 31.
    CREDIT.chars().nth((31 - sum % 31) % 31)
}

/// The check character of the first 8 characters of an organisation code (GB 11714).
pub(super) fn organisation(code: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    if code.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (c, weight) in code.chars().zip(WEIGHTS) {
        let value = c.to_digit(36).filter(|_| !c.is_ascii_lowercase())?;
        sum += value * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

/// The check digit of the first 14 digits of a business registration number
/// (ISO 7064, mod 11,10).
pub(super) fn registration(digits: &[u8]) -> Option<char> {
    if digits.len() != 14 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let product = digits.iter().fold(10u32, |product, d| {
        let sum = (product + u32::from(d - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    char::from_digit((11 - product) % 10, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_standards() {
        assert_eq!(identity(b"11010519491231002"), Some('X'));
        assert_eq!(identity(b"44052418800101001"), Some('4'));
        assert_eq!(credit("12441400456763110"), Some('Y'));
        assert_eq!(credit("9111000060003734"), None);
        assert_eq!(organisation("71526726"), Some('X'));
        assert_eq!(organisation("45676311"), Some('0'));
        assert_eq!(registration(b"33010800000351"), Some('2'));
    }
}
