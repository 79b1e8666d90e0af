//! The closed vocabularies: one table of terms, their aliases and English words.
//!
//! The codes that authorities and providers give to these change and clash, so records hold
//! the official Chinese term and nothing else. An alias is never stored: the reader names
//! the canonical term when it meets one.

mod filing;
mod letter;
mod period;
mod procedure;
mod service;
mod subject;

pub use filing::{Event, Level, ObservationKind, OfficialKind, Procedure};
pub use letter::LetterKind;
pub use period::PeriodKind;
pub use procedure::Channel;
pub use service::{AccessMode, ApprovalKind, Billing, NoApproval, Platform, ServiceKind};
pub use subject::{CertificateKind, EndReason, HolderRelation, LicenceKind, Nature, ResidenceKind};

use crate::record::TermsInfo;

/// Declares a vocabulary: `Variant: "canonical", "english", [aliases];`.
macro_rules! vocabulary {
    (
        $(#[doc = $about:literal])+
        $name:ident($zh:literal, $en:literal) {
            $( $variant:ident: $canonical:literal, $english:literal, [$($alias:literal),* $(,)?]; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = $canonical] $variant, )+
        }

        impl $crate::record::Vocabulary for $name {
            const INFO: &'static $crate::record::TermsInfo = &$crate::record::TermsInfo {
                name: $crate::words::Words::fixed($zh, $en),
                terms: &[$(
                    $crate::record::Term {
                        canonical: $canonical,
                        english: $english,
                        aliases: &[$($alias),*],
                    },
                )+],
            };

            fn from_index(index: usize) -> Option<Self> {
                [$(Self::$variant),+].get(index).copied()
            }

            fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::record::Value for $name {
            const SHAPE: &'static $crate::record::Shape =
                &$crate::record::Shape::Term(<Self as $crate::record::Vocabulary>::INFO);

            fn read<R: $crate::record::Reader>(reader: &mut R) -> Option<Self> {
                $crate::record::read_term(reader)
            }

            fn write<W: $crate::record::Writer>(&self, writer: &mut W) {
                writer.bare($crate::record::Vocabulary::term(*self));
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($crate::record::Vocabulary::term(*self))
            }
        }
    };
}

pub(crate) use vocabulary;

/// Every vocabulary, in the order of the documentation.
pub static ALL: &[&TermsInfo] = {
    use crate::record::Vocabulary as V;
    &[
        <Nature as V>::INFO,
        <CertificateKind as V>::INFO,
        <ResidenceKind as V>::INFO,
        <LicenceKind as V>::INFO,
        <EndReason as V>::INFO,
        <HolderRelation as V>::INFO,
        <ServiceKind as V>::INFO,
        <AccessMode as V>::INFO,
        <Billing as V>::INFO,
        <ApprovalKind as V>::INFO,
        <NoApproval as V>::INFO,
        <Platform as V>::INFO,
        <Procedure as V>::INFO,
        <Event as V>::INFO,
        <ObservationKind as V>::INFO,
        <OfficialKind as V>::INFO,
        <Level as V>::INFO,
    ]
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_stands_for_two_terms_of_one_list() {
        for list in ALL {
            let mut seen = BTreeSet::new();
            for term in list.terms {
                for word in [term.canonical, term.english].iter().chain(term.aliases) {
                    assert!(seen.insert(*word), "{word} stands twice in {}", list.name.en);
                }
            }
        }
    }
}
