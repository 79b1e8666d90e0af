//! The closed list of periods.

use crate::words::named;

named! {
    /// Which period it is. Tables and templates name it by the id.
    pub enum PeriodKind by id {
        ChangeAhead: "change-ahead", "变更备案的提前期", "a change is filed ahead of its effect";
        AfterDocument: "after-document",
            "取得依据文件后提交变更",
            "a change that rests on a later document is filed after it";
        ProviderReview: "provider-review", "接入商初审", "a provider looks at an order";
        ProviderHandover: "provider-handover", "接入商提交管局", "a provider hands an order to the administration";
        SmsCode: "sms-code", "短信验证码的核验", "a code sent by text message is entered";
        AuthorisationAge: "authorisation-age",
            "负责人授权书的签署日距提交",
            "an authorisation is signed so long at most before the order";
        AuthorityDecision: "authority-decision", "管局审核", "the administration decides";
        AuthorityExtension: "authority-extension",
            "管局告知理由后延长审核",
            "the administration takes longer and says why";
        DraftLapses: "draft-lapses", "订单不更新即失效", "an order that nobody updates lapses";
        VerificationKnown: "verification-known",
            "域名实名信息同步到备案系统",
            "the filing system learns that a domain was verified";
        DomainLeft: "domain-left",
            "提交备案时域名还要有效",
            "a domain has so long left when an order is submitted";
        CertificateLeft: "certificate-left",
            "提交备案时证件还要有效",
            "a certificate has so long left when an order is submitted";
        ShellNotice: "shell-notice",
            "空壳备案清理的公告期（各次公告自定）",
            "the notice before a filing without access is deleted (each notice sets its own)";
        PoliceFiling: "police-filing", "办理公安联网备案", "a service is filed with the police";
        PoliceCode: "police-code",
            "公安联网备案数据码的有效期",
            "the code by which a service is filed with the police is valid";
        PoliceNumberShown: "police-number-shown", "展示公安备案号", "the number of the police is shown";
        LicenceRenewal: "licence-renewal", "申请经营许可证续期", "the renewal of a licence is asked for";
        LicenceChange: "licence-change", "办理经营许可证变更", "a licence follows a change of its holder";
    }
}
