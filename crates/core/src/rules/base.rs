//! The clean subject from which every example starts.

/// Its files, named from its own folder on.
pub static BASE: &[(&str, &str)] = &[
    ("subject.yaml", include_str!("base/subject.yaml")),
    ("people.yaml", include_str!("base/people.yaml")),
    ("domains.yaml", include_str!("base/domains.yaml")),
    ("servers.yaml", include_str!("base/servers.yaml")),
    ("services.yaml", include_str!("base/services.yaml")),
    ("filings/2021-02-20-first.yaml", include_str!("base/filings/2021-02-20-first.yaml")),
];

/// What a second subject replaces, so that it shares nothing with the first one.
pub static OTHER: &[(&str, &str)] = &[
    ("杭州示例网络科技有限公司", "杭州样本软件有限公司"),
    ("91330106MA0EXAMP12", "91330106MA0TEEXAXG"),
    ("2021000017", "2021000018"),
    ("02000017", "02000018"),
    ("shop.example", "sample.example"),
    ("****0001", "****0003"),
    ("****0002", "****0004"),
    ("***0018", "***0034"),
    ("***0026", "***0042"),
    ("i-example0001", "i-example0002"),
    ("203.0.113.10", "203.0.113.11"),
    ("20210220000017", "20210220000018"),
];
