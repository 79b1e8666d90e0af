//! Parts of examples that several rules on domains share.

/// The clean subject with another domain in the place of its own, wherever it stands.
macro_rules! renamed {
    ($domain:literal) => {
        $crate::rules::domains::examples::renamed!($domain, concat!("www.", $domain))
    };
    ($domain:literal, $home:expr) => {
        &[
            $crate::rule::Given::Edit {
                file: "example/domains.yaml",
                old: "shop.example:",
                new: concat!($domain, ":"),
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                        - shop.example
                      home: www.shop.example
                "},
                new: yaml! {"
                        - {domain}
                      home: {home}
                ", domain = $domain, home = $home},
            },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        - shop.example
                      services/shop/home: www.shop.example
                "},
                new: yaml! {"
                        - {domain}
                      services/shop/home: {home}
                ", domain = $domain, home = $home},
            },
        ]
    };
}

pub(crate) use renamed;
