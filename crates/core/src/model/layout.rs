//! Where records lie: the names of files and folders.

/// The file that makes a folder a subject's: who files.
pub const SUBJECT: &str = "subject.yaml";
/// The people of a subject.
pub const PEOPLE: &str = "people.yaml";
/// The domains of a subject.
pub const DOMAINS: &str = "domains.yaml";
/// The servers of a subject.
pub const SERVERS: &str = "servers.yaml";
/// The services of a subject.
pub const SERVICES: &str = "services.yaml";

/// The files of a subject, in the order of the format.
pub const FILES: &[&str] = &[SUBJECT, PEOPLE, DOMAINS, SERVERS, SERVICES];

/// The folder of filings within a subject's.
pub const FILINGS: &str = "filings";
/// The folder of observations.
pub const OBSERVATIONS: &str = "observations";
/// The folder of official letters.
pub const OFFICIAL: &str = "official";

/// The folders within a subject's that hold records.
pub const FOLDERS: &[&str] = &[FILINGS, OBSERVATIONS, OFFICIAL];

/// The folder of papers and pictures within a subject's.
pub const EVIDENCE: &str = "evidence";

/// The settings of a repository.
pub const SETTINGS: &str = "beian.yaml";

/// What ends the name of a file of records.
pub const ENDING: &str = ".yaml";
