//! `people.yaml`: who answers (人员).

use crate::day::Day;
use crate::record::{Text, Validity, record};
use crate::vocabulary::{CertificateKind, ResidenceKind};

record! {
    /// A person with a part in a filing. Numbers may stand masked, a star for each character hidden.
    Person("人员") {
        /// Name.
        name("姓名"): Text,
        /// Day of birth.
        born("出生日期"): Day,
        /// Region of the registered residence, by GB/T 2260.
        home("户籍区划"): Text,
        /// Certificate of identity.
        certificate("证件"): PersonCertificate,
        /// Proof of residence in another province.
        residence("居住证明"): Residence,
        /// Mobile number.
        mobile("手机号码"): Text,
        /// Telephone for emergencies.
        emergency("应急联系"): Emergency,
        /// Electronic mail.
        email("电子邮箱"): Text,
        /// Post within the organiser.
        post("职务"): Text,
        /// Department within the organiser.
        department("部门"): Text,
    }
}

record! {
    /// A person's certificate of identity.
    PersonCertificate("个人证件") {
        /// Kind of certificate.
        kind("证件类型"): CertificateKind,
        /// Number, masked or full.
        number("证件号码"): Text,
        /// Term of validity.
        valid("有效期"): Validity,
    }
}

record! {
    /// What proves that a person lives in a province.
    Residence("居住证明") {
        /// Kind of proof.
        kind("类型"): ResidenceKind,
        /// Region it is valid for, by GB/T 2260.
        region("区划"): Text,
        /// Term of validity.
        valid("有效期"): Validity,
    }
}

record! {
    /// Whom to call in an emergency.
    Emergency("应急联系") {
        /// Telephone number.
        phone("应急电话"): Text,
        /// Whose number it is.
        whose("机主"): Text,
        /// What that person is to the principal.
        relation("关系"): Text,
    }
}
