//! Words about who files.

use super::vocabulary;

vocabulary! {
    /// What kind of organiser it is (主办单位性质).
    Nature("主办单位性质", "nature of the organiser") {
        Enterprise: "企业", "enterprise", ["公司", "企业单位", "个体工商户"];
        Individual: "个人", "individual", ["自然人"];
        Government: "政府机关", "government", ["党政机关", "国家机关", "机关"];
        Institution: "事业单位", "institution", ["事业法人"];
        SocialGroup: "社会团体", "social-group", ["社团", "社团法人"];
        PrivateNonEnterprise: "民办非企业单位", "private-non-enterprise", ["民办非企业", "社会服务机构"];
        Foundation: "基金会", "foundation", [];
        LawFirm: "律师执业机构", "law-firm", ["律师事务所"];
        Defence: "国防机构", "defence", ["军队"];
        ForeignCultureCentre: "外国在华文化中心", "foreign-culture-centre", [];
        MassOrganisation: "群众性团体组织", "mass-organisation", ["群众团体组织", "群团组织"];
        JudicialAppraisal: "司法鉴定机构", "judicial-appraisal", [];
        ReligiousBody: "宗教团体", "religious-body", ["宗教活动场所"];
        OverseasBody: "境外机构", "overseas-body", [];
        MedicalInstitution: "医疗机构", "medical-institution", [];
        Notary: "公证机构", "notary", ["公证处"];
        CollectiveEconomy: "集体经济", "collective-economy", ["农村集体经济组织"];
        Arbitration: "仲裁机构", "arbitration", ["仲裁委员会"];
    }
}

vocabulary! {
    /// The paper that proves who somebody is (证件类型).
    CertificateKind("证件类型", "kind of certificate") {
        BusinessLicence: "营业执照", "business-licence",
            ["营业执照（个人或企业）", "工商营业执照", "统一社会信用代码", "企业法人营业执照"];
        ResidentId: "居民身份证", "resident-id", ["身份证", "二代身份证"];
        Passport: "护照", "passport", [];
        MainlandPermitTaiwan: "台湾居民来往大陆通行证", "taiwan-permit", ["台胞证"];
        MainlandPermitHongKongMacao: "港澳居民来往内地通行证", "hong-kong-macao-permit", ["回乡证"];
        ForeignResidence: "外国人永久居留身份证", "foreign-residence-id", ["外国人永久居留证"];
        ResidencePermitHongKongMacao: "港澳居民居住证", "hong-kong-macao-residence", [];
        ResidencePermitTaiwan: "台湾居民居住证", "taiwan-residence", [];
        CreditCodeCertificate: "统一社会信用代码证书", "credit-code-certificate", ["社会信用代码证书"];
        InstitutionCertificate: "事业单位法人证书", "institution-certificate", ["事业法人证书"];
        SocialGroupCertificate: "社会团体法人登记证书", "social-group-certificate", ["社团法人登记证书"];
        PrivateNonEnterpriseCertificate: "民办非企业单位登记证书", "private-non-enterprise-certificate", [];
        SocialServiceCertificate: "社会服务机构登记证书", "social-service-certificate", [];
        PrivateSchoolLicence: "民办学校办学许可证", "private-school-licence", [];
        FoundationCertificate: "基金会法人登记证书", "foundation-certificate", [];
        LawFirmLicence: "律师事务所执业许可证", "law-firm-licence", [];
        OrganisationCode: "组织机构代码证", "organisation-code", ["组织机构代码证书"];
        RepresentativeOffice: "外国企业常驻代表机构登记证", "representative-office", [];
        UnitNumber: "部队代号", "unit-number", [];
        MilitaryServicePermit: "军队单位对外有偿服务许可证", "military-service-permit", [];
        CultureCentreCertificate: "外国在华文化中心登记证", "culture-centre-certificate", [];
        MassOrganisationCertificate: "群众性团体组织登记证", "mass-organisation-certificate", [];
        JudicialAppraisalLicence: "司法鉴定许可证", "judicial-appraisal-licence", [];
        ReligiousSiteCertificate: "宗教活动场所登记证", "religious-site-certificate", [];
        OverseasCertificate: "境外机构证件", "overseas-certificate", [];
        MedicalLicence: "医疗机构执业许可证", "medical-licence", [];
        NotaryLicence: "公证机构执业证", "notary-licence", [];
        CollectiveEconomyCertificate: "农村集体经济组织登记证", "collective-economy-certificate", [];
        ArbitrationCertificate: "仲裁委员会登记证", "arbitration-certificate", [];
    }
}

impl CertificateKind {
    /// Whether it is a person's.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::ResidentId
                | Self::Passport
                | Self::MainlandPermitTaiwan
                | Self::MainlandPermitHongKongMacao
                | Self::ForeignResidence
                | Self::ResidencePermitHongKongMacao
                | Self::ResidencePermitTaiwan
        )
    }
}

vocabulary! {
    /// What proves that somebody lives in a province (居住证明).
    ResidenceKind("居住证明", "proof of residence") {
        Permit: "居住证", "residence-permit", [];
        Temporary: "暂住证", "temporary-permit", ["暂住证明"];
        SocialSecurity: "社保证明", "social-security", ["社会保险证明"];
        StudentCard: "学生证", "student-card", [];
        Receipt: "居住证回执", "permit-receipt", ["居住登记凭证"];
        Statement: "居住证明", "residence-statement", [];
        PermitOfCompatriots: "港澳台居民居住证", "compatriots-permit", ["港澳居民居住证", "台湾居民居住证"];
        Property: "房产证", "property-certificate", ["不动产权证书", "不动产权证"];
        Purchase: "购房合同", "purchase-contract", ["购房证明"];
        Lease: "房屋租赁合同", "lease", ["房屋租赁协议", "租房合同"];
        Employment: "聘用合同", "employment-contract", ["劳动合同"];
        LocalMobile: "本省手机号", "local-mobile", [];
    }
}

vocabulary! {
    /// A licence of the telecommunications law (电信业务经营许可).
    LicenceKind("许可证类型", "kind of licence") {
        ValueAdded: "增值电信业务经营许可证", "value-added", ["ICP证", "ICP许可证", "ICP经营许可证"];
        Basic: "基础电信业务经营许可证", "basic", [];
    }
}

vocabulary! {
    /// Why a subject or service is no longer kept (终止原因).
    EndReason("终止原因", "reason for the end") {
        Deregistered: "注销", "deregistered", ["已注销"];
        MandateEnded: "委托终止", "mandate-ended", ["终止委托", "合同终止"];
        Migrated: "迁移", "migrated", ["已迁移"];
    }
}

vocabulary! {
    /// What the holder of a domain is to the subject (域名持有者关系).
    HolderRelation("域名持有者关系", "relation of the domain's holder") {
        Organiser: "主办单位", "organiser", ["本单位", "本人", "主体"];
        Shareholder: "股东", "shareholder", [];
        Principal: "主要负责人", "principal", ["法定代表人", "法人", "负责人"];
        SeniorManager: "高级管理人员", "senior-manager", ["高管"];
    }
}
