//! What a day to keep is about, and who has to act.

use crate::words::named;

named! {
    /// What a day to keep is about.
    pub enum Matter by id {
        SmsCode: "sms-code", "短信核验", "a code is entered";
        ChangeAhead: "change-ahead", "提交变更", "a change is submitted";
        DraftLapses: "draft-lapses", "订单失效", "an order lapses";
        AuthorityDecision: "authority-decision", "管局审核", "the administration decides";
        Letter: "letter", "答复来函", "a letter is answered";
        ShellNotice: "shell-notice", "空壳公告", "the notice of an empty shell runs";
        OpenedRecord: "opened-record", "补记开通日期", "the day of opening is recorded";
        PoliceFiling: "police-filing", "公安联网备案", "the filing with the police";
        PoliceCode: "police-code", "公安备案数据码", "the code for the police lapses";
        PoliceNumber: "police-number", "展示公安备案号", "the number of the police is shown";
        LicenceChange: "licence-change", "变更经营许可证", "a licence is changed";
        LicenceReport: "licence-report", "电信业务年报", "the yearly report on a licence";
        LicenceRenewal: "licence-renewal", "许可证续期", "the renewal of a licence is asked for";
        LicenceEnd: "licence-end", "许可证到期", "a licence ends";
        CertificateEnd: "certificate-end", "主体证件到期", "the subject's certificate ends";
        PersonEnd: "person-end", "负责人证件到期", "the certificate of a principal ends";
        DomainEnd: "domain-end", "域名到期", "a domain ends";
        ServerEnd: "server-end", "服务器到期", "the payment for a server ends";
        ApprovalEnd: "approval-end", "审批到期", "an approval ends";
    }
}

named! {
    /// Who has to act.
    pub enum Actor by id {
        House: "house", "本单位", "the house";
        Provider: "provider", "接入商", "the provider";
        Administration: "administration", "管局", "the administration";
        Police: "police", "公安机关", "the police";
    }
}

impl Matter {
    /// Who has to act by the day.
    #[must_use]
    pub const fn actor(self) -> Actor {
        match self {
            Self::AuthorityDecision => Actor::Administration,
            Self::SmsCode
            | Self::ChangeAhead
            | Self::DraftLapses
            | Self::Letter
            | Self::ShellNotice
            | Self::OpenedRecord
            | Self::PoliceFiling
            | Self::PoliceCode
            | Self::PoliceNumber
            | Self::LicenceChange
            | Self::LicenceReport
            | Self::LicenceRenewal
            | Self::LicenceEnd
            | Self::CertificateEnd
            | Self::PersonEnd
            | Self::DomainEnd
            | Self::ServerEnd
            | Self::ApprovalEnd => Actor::House,
        }
    }
}
