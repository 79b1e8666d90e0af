//! Whether a value of the records says literally what a filing says, without copying it.

use crate::record::{Keyed, Placed, Plain, Record, Slot, Value, Writer};

/// Whether a value is that plain data to the letter. Lists in another order are not.
pub(super) fn is_literally<T: Value>(value: &T, plain: &Plain) -> bool {
    let mut equal = Equal { plain, is: false, fields: 0 };
    value.write(&mut equal);
    equal.is
}

struct Equal<'p> {
    plain: &'p Plain,
    is: bool,
    /// How many fields of a record were met.
    fields: usize,
}

impl Writer for Equal<'_> {
    fn text(&mut self, text: &str) {
        self.is = self.plain.as_text() == Some(text);
    }

    fn bare(&mut self, text: &str) {
        self.text(text);
    }

    fn record<T: Record>(&mut self, record: &T) {
        let Plain::Map(entries) = self.plain else { return };
        self.is = true;
        record.write_fields(self);
        self.is &= self.fields == entries.len();
    }

    fn field<T: Value>(&mut self, name: &'static str, slot: &Slot<T>) {
        let (Some(value), Plain::Map(entries)) = (slot.known(), self.plain) else { return };
        self.fields += 1;
        self.is = self.is && entries.get(name).is_some_and(|plain| is_literally(value, plain));
    }

    fn list<T: Value>(&mut self, items: &[Placed<T>]) {
        let Plain::List(plain) = self.plain else { return };
        self.is =
            plain.len() == items.len() && items.iter().zip(plain).all(|(item, plain)| is_literally(&item.value, plain));
    }

    fn keyed<T: Value>(&mut self, entries: &Keyed<T>) {
        let Plain::Map(plain) = self.plain else { return };
        let same =
            |(key, entry): (&str, &Placed<T>)| plain.get(key).is_some_and(|plain| is_literally(&entry.value, plain));
        self.is = plain.len() == entries.iter().count() && entries.iter().all(same);
    }

    fn plain(&mut self, plain: &Plain) {
        self.is = self.plain == plain;
    }
}

#[cfg(test)]
mod tests {
    use super::is_literally;
    use crate::change::plain;
    use crate::day::Day;
    use crate::model::{Access, Ended};
    use crate::record::{Placed, Plain, Slot, Text};

    #[test]
    fn what_is_written_out_is_literally_the_same() {
        let access = Access {
            provider: Slot::new(Text::from("阿里云")),
            servers: Slot::new(vec![Placed::new(Text::from("a"))]),
            since: Slot::new(Day::of(2021, 3, 18)),
            ..Access::default()
        };
        let there = plain(&access);
        assert!(is_literally(&access, &there));
        assert!(is_literally(&vec![Placed::new(access.clone())], &Plain::List(vec![there.clone()])));
        assert!(!is_literally(&Access::default(), &there), "less is given");
        assert!(!is_literally(&Access { code: Slot::new(Text::from("x")), ..access.clone() }, &there), "more is given");
        assert!(!is_literally(&Access { since: Slot::new(Day::of(2021, 3, 19)), ..access }, &there), "another day");
        assert!(!is_literally(&Ended::default(), &Plain::text("")), "a record is no text");
    }
}
