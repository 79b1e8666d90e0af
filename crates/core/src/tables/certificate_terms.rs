//! How long certificates are given for, and names registered for, at most.

use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::words::named;

named! {
    /// What has a term.
    pub enum TermOf by id {
        Certificate: "certificate", "个人证件", "a certificate of a person";
        Domain: "domain", "域名", "a domain";
    }
}

/// How long one kind of certificate, or a name of one suffix, has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateTerm {
    /// What has the term.
    pub matter: TermOf,
    /// The kind of certificate or the suffix.
    pub name: String,
    /// The terms that there are, in years; none where it is not known which.
    pub years: Vec<u32>,
    /// The longest of them.
    pub longest: u32,
    /// What else there is to know.
    pub note: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for CertificateTerm {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let matter = TermOf::parse(row.must("matter")?).ok_or_else(|| row.fault("matter", "no such matter"))?;
        let number = |column, text: &str| text.parse().map_err(|_| row.fault(column, "no number"));
        let years = row.list("years").iter().map(|text| number("years", text)).collect::<Result<Vec<_>, _>>()?;
        let longest = number("longest", row.must("longest")?)?;
        if years.iter().any(|years| longest < *years) {
            return Err(row.fault("longest", "shorter than one of the terms"));
        }
        let (name, note) = (row.must("name")?.to_owned(), row.text("note"));
        Ok(Self { matter, name, years, longest, note, provenance: row.provenance()? })
    }

    fn key(&self) -> String {
        format!("{}\t{}", self.matter.id(), self.name)
    }

    founded!();
}

/// All rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CertificateTerms(Listed<CertificateTerm>);

impl CertificateTerms {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/certificate-terms.tsv");

    /// What stands for every suffix of which no other row speaks.
    const ANY: &'static str = "*";

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &CertificateTerm> {
        self.0.all()
    }

    /// How long a certificate of a kind is that begins on a day; none where that is not known.
    #[must_use]
    pub fn of_certificate(&self, kind: &str, begins: Day) -> Option<&CertificateTerm> {
        self.of(TermOf::Certificate, kind, begins)
    }

    /// How long a name under a suffix can be registered for on a day; none where that is not known.
    #[must_use]
    pub fn of_suffix(&self, suffix: &str, day: Day) -> Option<&CertificateTerm> {
        let own = self.0.said(|row| row.matter == TermOf::Domain && row.name == suffix, day);
        if own.is_nothing() { self.of(TermOf::Domain, Self::ANY, day) } else { own.row() }
    }

    fn of(&self, matter: TermOf, name: &str, day: Day) -> Option<&CertificateTerm> {
        self.0.said(|row| row.matter == matter && row.name == name, day).row()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_certificate_is_one_of_the_vocabulary() {
        use crate::record::Vocabulary;
        use crate::vocabulary::CertificateKind;
        let terms = CertificateTerms::builtin();
        for row in terms.all().filter(|row| row.matter == TermOf::Certificate) {
            let known = CertificateKind::INFO.terms.iter().any(|term| term.canonical == row.name);
            assert!(known, "{}", row.name);
        }
        let today = Day::of(2026, 11, 21);
        assert_eq!(terms.of_certificate("营业执照", today), None);
        assert_eq!(terms.of_certificate("居民身份证", Day::of(2003, 12, 31)), None, "before the law");
        assert_eq!(terms.of_suffix("com", today).map(|row| row.longest), Some(10));
        assert_eq!(terms.of_suffix("example", today).map(|row| &*row.name), Some("*"));
    }
}
