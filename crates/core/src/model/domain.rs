//! `domains.yaml`: domains (域名).

use crate::day::Day;
use crate::record::{Text, record};
use crate::vocabulary::{CertificateKind, HolderRelation};

record! {
    /// A domain of the subject, keyed by its readable form.
    Domain("域名") {
        /// Registrar.
        registrar("注册服务机构"): Text,
        /// Day on which it came to this registrar.
        registrar_since("转入日期"): Day,
        /// Day of registration.
        registered("注册日期"): Day,
        /// Who holds it.
        holder("域名持有者"): Holder,
        /// Day on which the holder's real name was verified.
        verified("实名认证日期"): Day,
        /// Last day of its term.
        expires("到期日期"): Day,
        /// Day on which the subject gave it up.
        left("停止使用日期"): Day,
    }
}

record! {
    /// Who holds a domain.
    Holder("域名持有者") {
        /// Name in the registry.
        name("名称"): Text,
        /// Certificate in the registry.
        certificate("证件"): HolderCertificate,
        /// What the holder is to the subject.
        relation("关系"): HolderRelation,
    }
}

record! {
    /// The certificate with which a domain's holder was verified.
    HolderCertificate("持有者证件") {
        /// Kind of certificate.
        kind("证件类型"): CertificateKind,
        /// Number, masked if it is a person's.
        number("证件号码"): Text,
    }
}
