//! `subject.yaml`: who files (主体).

use crate::day::Day;
use crate::record::{Placed, Text, Validity, Whole, record};
use crate::vocabulary::{CertificateKind, EndReason, LicenceKind, Nature};

record! {
    /// Who files: the organiser as the authority knows it.
    Particulars("主体信息") {
        /// Version of the record format: 2 today; 1 where no key of version 2 stands.
        format("记录格式"): Whole,
        /// Identity of the subject in these records; never changes. The folder's name if absent.
        id("标识"): Text,
        /// Full legal name.
        name("主办单位名称"): Text,
        /// What kind of organiser it is.
        nature("主办单位性质"): Nature,
        /// The certificate that proves who it is.
        certificate("主体证件"): Certificate,
        /// Administrative region of the domicile, by GB/T 2260.
        region("主体所在地区划"): Text,
        /// Business scope on the certificate.
        business_scope("经营范围") since 2: Text,
        /// Postal address down to the door number.
        address("通信地址"): Text,
        /// Investor or superior body.
        supervisor("投资者或上级主管单位"): Text,
        /// Key of the legal representative in people.yaml.
        legal_representative("法定代表人"): Text,
        /// Key of the subject's principal in people.yaml.
        principal("主体负责人"): Text,
        /// Subject numbers held, the latest last.
        numbers("主体备案号"): Vec<Placed<NumberHeld>>,
        /// Numbers of other records of the same organiser.
        other_numbers("其他备案号"): Vec<Placed<Text>>,
        /// Telecommunications licences.
        licences("经营许可证"): Vec<Placed<Licence>>,
        /// Remark on file.
        remark("备注"): Text,
        /// When and why these records end.
        ended("终止"): Ended,
    }
}

record! {
    /// The certificate of a subject.
    Certificate("主体证件") {
        /// Kind of certificate.
        kind("证件类型"): CertificateKind,
        /// Number, such as the unified social credit code.
        number("证件号码"): Text,
        /// Administrative region on the certificate, by GB/T 2260.
        region("证件区划"): Text,
        /// Address on the certificate.
        address("证件住所"): Text,
        /// Term of validity.
        valid("有效期"): Validity,
    }
}

record! {
    /// A filing number and the time in which it was held.
    NumberHeld("备案号") {
        /// The number as the authority writes it.
        number("号码"): Text,
        /// Day of the grant.
        from("启用"): Day,
        /// Last day, if it was replaced or deregistered.
        until("停用"): Day,
        /// Stem of the filing that granted it.
        filing("依据订单"): Text,
    }
}

record! {
    /// A telecommunications licence.
    Licence("经营许可证") {
        /// Kind of licence.
        kind("类型"): LicenceKind,
        /// Number of the licence.
        number("编号"): Text,
        /// Term of validity.
        valid("有效期"): Validity,
        /// Day on which it was issued as it is now: a change of the licence comes with a new one.
        issued("发证日期") since 2: Day,
        /// File in `evidence/`.
        evidence("证据"): Text,
    }
}

record! {
    /// When and why a subject or service is no longer kept.
    Ended("终止") {
        /// The day.
        on("日期"): Day,
        /// The reason.
        why("原因"): EndReason,
        /// Stem of the filing that ended it.
        filing("依据订单"): Text,
    }
}
