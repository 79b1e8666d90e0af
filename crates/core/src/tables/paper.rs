//! The papers of an order: rows by nature, procedure, province and condition.

use super::Who;
use super::approval::kind;
use crate::day::Day;
use crate::record::Vocabulary;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::vocabulary::{ApprovalKind, Nature, Procedure};
use crate::words::Words;

/// A paper that some orders need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub name: Words,
    /// From whom it is asked.
    pub who: PaperWho,
    /// In which procedures.
    pub procedures: Vec<Procedure>,
    /// On which condition.
    pub when: PaperWhen,
    /// Words in names and contents on which it depends.
    pub words: Vec<String>,
    /// Codes of provinces that ask for it, or with `!` of those that do not; none for all.
    pub provinces: Vec<String>,
    /// How it has to be.
    pub detail: Option<Words>,
    /// The letter by which it is written, if it is one that letters are written for.
    pub serves: Option<PaperLetter>,
    /// What it says is not offered, where it is a pledge on one kind of content.
    pub denies: Option<ApprovalKind>,
    /// Whether it is a sheet that is enclosed with a letter.
    pub is_sheet: bool,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// From whom a paper is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperWho {
    /// From these.
    Of(Who),
    /// From organs, public institutions and mass organisations.
    Public,
}

impl PaperWho {
    /// Whether an organiser of that nature is meant; one of whom nothing is known counts as an
    /// organisation.
    #[must_use]
    pub fn means(self, nature: Option<Nature>) -> bool {
        match self {
            Self::Of(who) => who.includes(nature.map_or(Who::Organisation, Who::of)),
            Self::Public => {
                matches!(nature, Some(Nature::Government | Nature::Institution | Nature::MassOrganisation))
            }
        }
    }
}

/// Which letter a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperLetter {
    /// The pledge of truth.
    Pledge,
    /// The authorisation of the subject's principal.
    OfPrincipal,
    /// The authorisation of a service's principal.
    OfManager,
    /// The letter on the change of name.
    Rename,
}

macro_rules! conditions {
    ($( $(#[doc = $about:literal])+ $variant:ident: $name:literal; )+) => {
        /// On which condition a paper is asked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PaperWhen {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl PaperWhen {
            fn parse(text: &str) -> Option<Self> {
                match text {
                    $( $name => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }
    };
}

conditions! {
    /// Always.
    Always: "always";
    /// The subject's principal has it.
    Principal: "principal";
    /// The services' principals have it.
    Manager: "manager";
    /// Of the legal representative, where another person is principal.
    LegalRepresentative: "legal-representative";
    /// An App is filed.
    App: "app";
    /// Access is filed.
    Access: "access";
    /// The subject's principal is not the legal representative.
    PrincipalNotLegal: "principal-not-legal";
    /// A service's principal is not the legal representative.
    ManagerNotLegal: "manager-not-legal";
    /// Somebody else holds a domain.
    HolderNotOrganiser: "holder-not-organiser";
    /// An individual comes from elsewhere.
    NonLocal: "non-local";
    /// An individual is under age.
    Minor: "minor";
    /// There is a domain.
    Domain: "domain";
    /// The province wants the certificate of the domain.
    DomainCertificate: "domain-certificate";
    /// There are as many services as call for a plan.
    SitePlan: "site-plan";
    /// Another authority approved something.
    Approval: "approval";
    /// The organiser got another name.
    Renamed: "renamed";
    /// The change rests on a document.
    Document: "document";
    /// It is done on paper.
    PaperWay: "paper-way";
    /// Names or content hold one of the row's words.
    Mentions: "mentions";
}

impl PaperWhen {
    /// When it is asked for, in words.
    #[must_use]
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Always => ("一律要", "always"),
            Self::Principal => ("主体负责人的", "of the subject's principal"),
            Self::Manager => ("各服务负责人的", "of each service's principal"),
            Self::LegalRepresentative => ("负责人不是法定代表人的", "where another person is principal"),
            Self::App => ("办理 APP 的", "where an App is filed"),
            Self::Access => ("填报接入的", "where access is filed"),
            Self::PrincipalNotLegal => {
                ("主体负责人不是法定代表人的", "where the principal is not the legal representative")
            }
            Self::ManagerNotLegal => {
                ("服务负责人不是法定代表人的", "where a service's principal is not the legal representative")
            }
            Self::HolderNotOrganiser => ("域名持有者不是主办单位的", "where somebody else holds a domain"),
            Self::NonLocal => ("外地户籍的个人", "of an individual from elsewhere"),
            Self::Minor => ("未成年人", "of an individual under age"),
            Self::Domain => ("有域名的", "where there is a domain"),
            Self::DomainCertificate => ("该省要域名证书的", "where the province asks for it"),
            Self::SitePlan => ("服务达到一定个数的", "from a number of services on"),
            Self::Approval => ("有前置或专项审批的", "where another authority approved something"),
            Self::Renamed => ("更名的", "with another name"),
            Self::Document => ("变更有依据文件的", "where the change rests on a document"),
            Self::PaperWay => ("书面办理的", "where it is done on paper"),
            Self::Mentions => ("名称或内容含下列字样的", "where name or content hold one of these words"),
        };
        Words::fixed(zh, en)
    }
}

impl Tabled for PaperRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let who = match row.must("who")? {
            "public" => Some(PaperWho::Public),
            who => Who::parse(who).map(PaperWho::Of),
        };
        let terms = row.list("procedures");
        let procedure = |term: &String| Procedure::INFO.position(term).and_then(Procedure::from_index);
        let procedures: Option<Vec<Procedure>> = terms.iter().map(procedure).collect();
        let when = PaperWhen::parse(row.must("when")?).ok_or_else(|| row.fault("when", "no such condition"))?;
        let words = row.list("words");
        if words.is_empty() == (when == PaperWhen::Mentions) {
            return Err(row.fault("words", "words go with the condition `mentions`"));
        }
        Ok(Self {
            id: row.must("id")?.to_owned(),
            name: row.words("name_zh", "name_en").ok_or_else(|| row.fault("name_zh", "missing"))?,
            who: who.ok_or_else(|| row.fault("who", "nobody"))?,
            procedures: procedures
                .filter(|all| !all.is_empty())
                .ok_or_else(|| row.fault("procedures", "no such procedure"))?,
            when,
            words,
            provinces: row.list("provinces"),
            detail: row.words("detail_zh", "detail_en"),
            serves: match row.get("letter") {
                None => None,
                Some("pledge") => Some(PaperLetter::Pledge),
                Some("authorisation-principal") => Some(PaperLetter::OfPrincipal),
                Some("authorisation-manager") => Some(PaperLetter::OfManager),
                Some("rename") => Some(PaperLetter::Rename),
                Some(_) => return Err(row.fault("letter", "no such letter")),
            },
            denies: match row.get("denies") {
                None => None,
                Some(term) => Some(kind(term).ok_or_else(|| row.fault("denies", "no such kind"))?),
            },
            is_sheet: row.flag("sheet")?.unwrap_or(true),
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }

    founded!();
}

impl PaperRow {
    /// Whether the row speaks of a province; rows without any speak of all.
    #[must_use]
    pub fn is_of(&self, code: &str) -> bool {
        let (without, with): (Vec<&String>, Vec<&String>) = self.provinces.iter().partition(|p| p.starts_with('!'));
        let excluded = without.iter().any(|province| province.get(1..) == Some(code));
        !excluded && (with.is_empty() || with.iter().any(|province| *province == code))
    }
}

/// The papers of all orders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Papers(Listed<PaperRow>);

impl Papers {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/papers.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows, in the order in which papers are listed.
    pub fn all(&self) -> impl Iterator<Item = &PaperRow> {
        self.0.all()
    }

    /// The rows that hold on a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &PaperRow> {
        self.0.on(day)
    }

    /// The rows for a procedure of such an organiser on a day.
    pub fn of(&self, procedure: Procedure, nature: Option<Nature>, day: Day) -> impl Iterator<Item = &PaperRow> {
        self.0.on(day).filter(move |row| row.procedures.contains(&procedure) && row.who.means(nature))
    }
}
