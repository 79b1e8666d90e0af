//! `filings/`: what was asked of the authority and what became of it (订单).

use crate::day::{Day, When};
use crate::record::{FactChange, Keyed, Placed, Text, Validity, record};
use crate::vocabulary::{Event, Procedure};

record! {
    /// One order: what was asked of the authority and what became of it.
    Filing("备案订单") {
        /// What is asked.
        procedure("流程类型"): Procedure,
        /// Provider through which it is filed.
        through("接入商"): Text,
        /// Account at the provider.
        account("账号"): Text,
        /// Number of the order.
        order("订单号"): Text,
        /// What it is about: `subject`, `services/…`.
        covers("范围"): Vec<Placed<Text>>,
        /// The facts filed.
        facts("事项"): Keyed<FactChange>,
        /// Why.
        reason("原因"): Text,
        /// The document on which it rests.
        basis("依据"): Basis,
        /// Day on which the change takes effect.
        effective("生效日期"): Day,
        /// The other party of a migration or deregistration.
        counterparty("对方主体"): Counterparty,
        /// Key of the person who handles it, in people.yaml.
        contact("经办人"): Text,
        /// What became of it, in order.
        events("经过"): Vec<Placed<FilingEvent>>,
        /// Numbers granted.
        granted("核发号码"): Vec<Placed<Grant>>,
        /// Papers handed in.
        papers("材料"): Vec<Placed<Paper>>,
        /// Stem of the filing that this one corrects.
        corrects("更正"): Text,
    }
}

record! {
    /// A document on which a filing rests.
    Basis("依据") {
        /// What document it is.
        document("文件"): Text,
        /// Its number.
        number("文号"): Text,
        /// Its date.
        date("日期"): Day,
    }
}

record! {
    /// The other party of a filing.
    Counterparty("对方主体") {
        /// Its name.
        name("名称"): Text,
        /// Its filing number.
        number("备案号"): Text,
    }
}

record! {
    /// Something that happened to an order.
    FilingEvent("经过") {
        /// When.
        at("时间"): When,
        /// What.
        event("事件"): Event,
        /// Who, where it concerns a person: a key in people.yaml.
        who("人员"): Text,
        /// Note, such as the reasons of a rejection.
        note("说明"): Text,
    }
}

record! {
    /// A number that the authority granted.
    Grant("核发号码") {
        /// To what: `subject`, `services/…`.
        of("对象"): Text,
        /// The number.
        number("号码"): Text,
    }
}

record! {
    /// A paper handed in with an order.
    Paper("材料") {
        /// What paper it is.
        kind("名称"): Text,
        /// To what or whom it belongs.
        of("对象"): Text,
        /// File in `evidence/`.
        file("文件"): Text,
        /// Where it is kept, if it is not in the repository.
        kept as "where" ("存放处"): Text,
        /// SHA-256 of the file.
        sha256("SHA-256"): Text,
        /// Date of the paper.
        dated("日期"): Day,
        /// Day on which it was put among the records, whatever its date.
        added("入档日期") since 2: Day,
        /// Term of validity.
        valid("有效期"): Validity,
    }
}
