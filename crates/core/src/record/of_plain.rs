//! Records read from plain data, as filings and replays hold it.

use super::{Form, Keyed, Place, Placed, Places, Plain, Reader, Record, Step, TermsInfo, Value};
use crate::words::Words;
use std::collections::BTreeMap;

/// Reads a value from plain data. Its values get places, so that findings about them name
/// their facts; what cannot be read is left out, for it was read before it was filed. Of what
/// the data does not hold of a record nothing is known, for filings name single facts of it;
/// the items of a list are filed whole.
pub(crate) struct OfPlain<'a> {
    plain: &'a Plain,
    is_whole: bool,
    place: Place,
    places: &'a mut Places,
    lost: u32,
}

impl<'a> OfPlain<'a> {
    /// What reads this data; it stands at that place.
    pub(crate) fn new(plain: &'a Plain, place: Place, places: &'a mut Places) -> Self {
        Self { plain, is_whole: false, place, places, lost: 0 }
    }

    fn at<'b>(&'b mut self, plain: &'b Plain, step: Step) -> OfPlain<'b> {
        let place = self.places.add(self.place, step, 0, 0);
        OfPlain { plain, is_whole: self.is_whole, place, places: self.places, lost: self.lost }
    }

    const fn entries(&self) -> Option<&'a BTreeMap<Box<str>, Plain>> {
        match self.plain {
            Plain::Map(entries) => Some(entries),
            Plain::Text(_) | Plain::List(_) => None,
        }
    }
}

impl Reader for OfPlain<'_> {
    fn text(&mut self) -> Option<Box<str>> {
        self.plain.as_text().map(Into::into)
    }

    fn parsed<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        parse(self.plain.as_text()?).ok()
    }

    fn bare<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        self.parsed(parse)
    }

    fn term(&mut self, terms: &'static TermsInfo) -> Option<usize> {
        let word = self.plain.as_text()?;
        terms.meant(word)
    }

    fn record<T: Record>(&mut self) -> Option<T> {
        let mut record = if self.is_whole { T::default() } else { T::unknown() };
        for (key, value) in self.entries()? {
            if let Some(field) = T::INFO.field(key) {
                let mut inner = self.at(value, Step::Field(field.name));
                record.read_field(field.name, &mut inner);
                self.lost = inner.lost;
            }
        }
        Some(record)
    }

    fn list<T: Value>(&mut self) -> Option<Vec<Placed<T>>> {
        let Plain::List(items) = self.plain else { return None };
        let mut list = Vec::new();
        for (index, item) in (0..).zip(items) {
            let mut inner = self.at(item, Step::Item(index));
            inner.is_whole = true;
            let place = inner.place;
            let value = T::read(&mut inner);
            self.lost = inner.lost + u32::from(value.is_none());
            list.extend(value.map(|value| Placed { value, place }));
        }
        Some(list)
    }

    fn keyed<T: Value>(&mut self) -> Option<Keyed<T>> {
        let (mut keyed, mut all) = (Vec::new(), true);
        for (key, value) in self.entries()? {
            let mut inner = self.at(value, Step::Key(key.clone()));
            let place = inner.place;
            let value = T::read(&mut inner);
            self.lost = inner.lost + u32::from(value.is_none());
            all &= value.is_some();
            keyed.extend(value.map(|value| (key.clone(), Placed { value, place })));
        }
        let keyed: Keyed<T> = keyed.into_iter().collect();
        Some(if all { keyed } else { keyed.partial() })
    }

    fn plain(&mut self) -> Option<Plain> {
        Some(self.plain.clone())
    }

    fn form(&self) -> Form {
        match self.plain {
            Plain::Text(_) => Form::Scalar,
            Plain::List(_) => Form::List,
            Plain::Map(_) => Form::Mapping,
        }
    }

    fn place(&self) -> Place {
        self.place
    }

    fn lose(&mut self) {
        self.lost += 1;
    }

    fn lost(&self) -> u32 {
        self.lost
    }

    fn only_keys(&self, keys: &[&str]) -> bool {
        self.entries().is_some_and(|entries| entries.keys().all(|key| keys.contains(&&**key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Service;
    use crate::vocabulary::ServiceKind;

    #[test]
    fn a_service_is_read_from_what_a_filing_holds() {
        let map = |entries: &[(&str, Plain)]| {
            Plain::Map(entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect())
        };
        let service = map(&[
            ("kind", Plain::text("网站")),
            ("domains", Plain::List(vec![Plain::text("a.example")])),
            ("approvals", Plain::text("不涉及")),
            ("nothing", Plain::text("x")),
        ]);
        let all = map(&[("shop", service)]);
        let mut places = Places::default();
        let file = places.add_file(0, "services");
        let read = Keyed::<Service>::read(&mut OfPlain::new(&all, file, &mut places)).unwrap();
        let shop = read.get("shop").unwrap();
        assert_eq!(shop.value.kind.known(), Some(&ServiceKind::Website));
        assert_eq!(places.fact(shop.value.domains.items().known()[0].place), "services/shop/domains/0");
        assert!(shop.value.approvals.known().is_some());
        assert!(shop.value.name.is_unknown());
    }
}
