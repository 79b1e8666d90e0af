//! The fields of records by their paths: a closed list for each record, whose path is empty for the record as a whole.

use crate::words::named;

named! {
    /// A field of `subject.yaml`.
    pub enum SubjectField by path {
        Whole: "", "主体", "the subject";
        Format: "format", "记录格式", "record format";
        Id: "id", "标识", "identity in these records";
        Name: "name", "主办单位名称", "name of the organiser";
        Nature: "nature", "主办单位性质", "nature of the organiser";
        CertificateKind: "certificate/kind", "主体证件类型", "kind of the subject's certificate";
        CertificateNumber: "certificate/number", "主体证件号码", "number of the subject's certificate";
        CertificateRegion: "certificate/region", "主体证件区划", "region on the subject's certificate";
        CertificateAddress: "certificate/address", "主体证件住所", "address on the subject's certificate";
        CertificateValid: "certificate/valid", "主体证件有效期", "term of the subject's certificate";
        Region: "region", "主体所在地区划", "region of the domicile";
        BusinessScope: "business_scope", "经营范围", "business scope";
        Address: "address", "通信地址", "postal address";
        Supervisor: "supervisor", "投资者或上级主管单位", "investor or superior body";
        LegalRepresentative: "legal_representative", "法定代表人", "legal representative";
        Principal: "principal", "主体负责人", "principal of the subject";
        Numbers: "numbers", "主体备案号", "subject numbers";
        OtherNumbers: "other_numbers", "其他备案号", "other numbers of the organiser";
        Licences: "licences", "经营许可证", "telecommunications licences";
        Remark: "remark", "主体备注", "remark of the subject";
        EndedOn: "ended/on", "主体终止日期", "day of the subject's end";
        EndedWhy: "ended/why", "主体终止原因", "reason of the subject's end";
        EndedFiling: "ended/filing", "主体终止依据订单", "filing of the subject's end";
    }
}

named! {
    /// A field of a person.
    pub enum PersonField by path {
        Whole: "", "人员", "the person";
        Name: "name", "姓名", "name of the person";
        Born: "born", "出生日期", "day of birth";
        Home: "home", "户籍区划", "region of the registered residence";
        CertificateKind: "certificate/kind", "负责人证件类型", "kind of the person's certificate";
        CertificateNumber: "certificate/number", "负责人证件号码", "number of the person's certificate";
        CertificateValid: "certificate/valid", "负责人证件有效期", "term of the person's certificate";
        ResidenceKind: "residence/kind", "居住证明类型", "kind of proof of residence";
        ResidenceRegion: "residence/region", "居住证明区划", "region of the proof of residence";
        ResidenceValid: "residence/valid", "居住证明有效期", "term of the proof of residence";
        Mobile: "mobile", "手机号码", "mobile number";
        EmergencyPhone: "emergency/phone", "应急电话", "emergency telephone";
        EmergencyWhose: "emergency/whose", "应急电话机主", "owner of the emergency telephone";
        EmergencyRelation: "emergency/relation", "应急联系人关系", "relation of the emergency contact";
        Email: "email", "电子邮箱", "electronic mail";
        Post: "post", "职务", "post";
        Department: "department", "部门", "department";
    }
}

named! {
    /// A field of a domain.
    pub enum DomainField by path {
        Whole: "", "域名", "the domain";
        Registrar: "registrar", "注册服务机构", "registrar";
        RegistrarSince: "registrar_since", "转入日期", "day of the transfer in";
        Registered: "registered", "域名注册日期", "day of registration";
        HolderName: "holder/name", "域名持有者名称", "name of the domain's holder";
        HolderCertificateKind: "holder/certificate/kind", "持有者证件类型", "kind of the holder's certificate";
        HolderCertificateNumber: "holder/certificate/number", "持有者证件号码", "number of the holder's certificate";
        HolderRelation: "holder/relation", "持有者关系", "relation of the holder";
        Verified: "verified", "域名实名认证日期", "day of the real-name check";
        Expires: "expires", "域名到期日期", "last day of the domain's term";
        Left: "left", "域名停止使用日期", "day on which the domain was given up";
    }
}

named! {
    /// A field of a server.
    pub enum ServerField by path {
        Whole: "", "服务器", "the server";
        Provider: "provider", "服务器接入商", "provider of the server";
        Mode: "mode", "接入方式", "mode of access";
        CloudRegion: "cloud_region", "云地域", "cloud region";
        Place: "place", "服务器放置地", "place of the server";
        Instance: "instance", "实例", "instance";
        Addresses: "addresses", "IP 地址", "IP addresses";
        Holder: "holder", "服务器持有者", "holder of the server";
        PaidFrom: "paid/from", "付费起始", "first paid day";
        PaidUntil: "paid/until", "付费截止", "last paid day";
        PaidBilling: "paid/billing", "计费方式", "billing";
        Released: "released", "服务器释放日期", "day of release";
    }
}

named! {
    /// A field of a service.
    pub enum ServiceField by path {
        Whole: "", "互联网信息服务", "the service";
        Kind: "kind", "服务类型", "kind of service";
        Name: "name", "服务名称", "name of the service";
        NameProof: "name_proof", "名称依据", "proof of the name";
        Numbers: "numbers", "服务备案号", "service numbers";
        Domains: "domains", "服务域名", "domains of the service";
        Home: "home", "首页网址", "address of the home page";
        Access: "access", "接入信息", "access";
        Content: "content", "服务内容", "content";
        Category: "category", "内容类型", "category of the content";
        Commercial: "commercial", "经营性", "whether it is commercial";
        Approvals: "approvals", "前置或专项审批", "prior approvals";
        Languages: "languages", "语种", "languages";
        Principal: "principal", "服务负责人", "principal of the service";
        Platforms: "platforms", "运行平台", "platforms";
        Icon: "icon", "图标", "icon";
        Sdks: "sdks", "SDK 服务", "third-party kits";
        Stores: "stores", "应用商店", "listings in stores";
        ShownSince: "shown/since", "备案号展示起始", "since when the filing number is shown";
        ShownAt: "shown/where", "备案号展示位置", "where the filing number is shown";
        Owner: "owner", "内部负责", "who in the house looks after the service";
        Opened: "opened", "开通日期", "day of opening";
        Closed: "closed", "关停日期", "day of closing";
        PoliceApplied: "police/applied", "公安备案申请日期", "day of the application to the police";
        PoliceApproved: "police/approved", "公安备案通过日期", "day of the approval by the police";
        PoliceNumber: "police/number", "公安备案号", "police number";
        PoliceShown: "police/shown", "公安备案号展示", "display of the police number";
        PoliceEnded: "police/ended", "公安备案注销日期", "end of the filing with the police";
        Remark: "remark", "服务备注", "remark of the service";
        EndedOn: "ended/on", "服务终止日期", "day of the service's end";
        EndedWhy: "ended/why", "服务终止原因", "reason of the service's end";
        EndedFiling: "ended/filing", "服务终止依据订单", "filing of the service's end";
    }
}

named! {
    /// A field of a filing.
    pub enum FilingField by path {
        Whole: "", "备案订单", "the filing";
        Procedure: "procedure", "流程类型", "procedure";
        Through: "through", "接入商", "provider";
        Account: "account", "账号", "account";
        Order: "order", "订单号", "number of the order";
        Covers: "covers", "范围", "scope";
        Facts: "facts", "事项", "facts";
        Reason: "reason", "原因", "reason";
        BasisDocument: "basis/document", "依据文件", "document it rests on";
        BasisNumber: "basis/number", "依据文号", "number of the document";
        BasisDate: "basis/date", "依据日期", "date of the document";
        Effective: "effective", "生效日期", "day of effect";
        CounterpartyName: "counterparty/name", "对方主体名称", "name of the other party";
        CounterpartyNumber: "counterparty/number", "对方主体备案号", "number of the other party";
        Contact: "contact", "经办人", "contact";
        Events: "events", "经过", "events";
        Granted: "granted", "核发号码", "numbers granted";
        Papers: "papers", "材料", "papers";
        Corrects: "corrects", "更正", "correction of";
    }
}

named! {
    /// A field of an observation.
    pub enum ObservationField by path {
        Whole: "", "观察", "the observation";
        Kind: "kind", "观察类型", "kind of observation";
        Source: "source", "来源", "source";
        Sha256: "sha256", "SHA-256", "hash";
        At: "at", "时间", "time";
        Says: "says", "内容", "content";
    }
}

named! {
    /// A field of an official letter.
    pub enum OfficialField by path {
        Whole: "", "来函", "the letter";
        Kind: "kind", "来函类型", "kind of letter";
        Authority: "authority", "发函单位", "sender";
        Received: "received", "收到日期", "day of arrival";
        Due: "due", "期限", "deadline";
        About: "about", "事由", "matter";
        Demands: "demands", "要求", "demands";
        Answered: "answered", "答复日期", "day of the answer";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Domain, Filing, Observation, Official, Particulars, Person, Server, Service};
    use crate::record::{FieldInfo, Record, RecordInfo, Shape};
    use crate::words::Words;

    /// The paths of a record's fields, of which some go into records within.
    fn paths(
        record: &'static RecordInfo,
        before: &str,
        into: &dyn Fn(&str) -> bool,
    ) -> Vec<(String, &'static FieldInfo)> {
        let one = |field: &'static FieldInfo| {
            let path = format!("{before}{}", field.name);
            match field.shape {
                Shape::Record(within) if into(&path) => paths(within, &format!("{path}/"), into),
                _ => vec![(path, field)],
            }
        };
        record.fields.iter().flat_map(one).collect()
    }

    /// Holds the fields of one record to its declaration.
    fn agree<R: Record>(fields: &[(&'static str, Words)]) {
        let into = |path: &str| {
            fields.iter().any(|(field, _)| field.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
        };
        let declared = paths(R::INFO, "", &into);
        let (record, named) = (R::INFO.name, || fields.iter().filter(|(path, _)| !path.is_empty()));
        let missing: Vec<&String> =
            declared.iter().map(|(path, _)| path).filter(|path| !named().any(|(name, _)| name == path)).collect();
        assert!(missing.is_empty(), "{record}: no change of these is told: {missing:?}");
        let label = |path: &str| declared.iter().find(|(declared, _)| declared == path).map(|(_, field)| field.label);
        let other = |(path, words): &&(&'static str, Words)| !label(path).is_some_and(|label| words.zh.contains(label));
        let others: Vec<_> = named().filter(other).map(|(path, words)| (path, &words.zh, label(path))).collect();
        assert!(others.is_empty(), "{record}: a change is called otherwise than the field: {others:?}");
    }

    #[test]
    fn fields_are_those_of_the_records_and_called_alike() {
        macro_rules! agree {
            ($($record:ident: $fields:ident),+ $(,)?) => {
                $(
                    let fields = $fields::ALL.iter().map(|field| (field.path(), field.words()));
                    agree::<$record>(&fields.collect::<Vec<_>>());
                )+
            };
        }
        agree!(
            Particulars: SubjectField, Person: PersonField, Domain: DomainField, Server: ServerField,
            Service: ServiceField, Filing: FilingField, Observation: ObservationField, Official: OfficialField,
        );
    }
}
