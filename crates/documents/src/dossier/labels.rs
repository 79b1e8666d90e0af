//! The words of dossiers that are always the same: templates print them as `w.…`.

use beian_core::words::Lang;
use minijinja::value::{Enumerator, Object, Value};
use std::sync::Arc;

macro_rules! labels {
    ($( $name:ident: $zh:literal, $en:literal; )+) => {
        /// The labels in one language.
        #[derive(Debug, Clone, Copy)]
        pub(super) struct Labels {
            $( pub(super) $name: &'static str, )+
        }

        impl Labels {
            pub(super) const fn new(lang: Lang) -> Self {
                match lang {
                    Lang::Zh => Self { $( $name: $zh, )+ },
                    Lang::En => Self { $( $name: $en, )+ },
                }
            }

            /// The labels as templates see them.
            pub(super) fn by_name(&self) -> ByName {
                let mut labels = vec![$( (stringify!($name), Value::from(self.$name)), )+];
                labels.sort_unstable_by_key(|(name, _)| *name);
                ByName(labels)
            }
        }
    };
}

/// The labels, sorted by name: a dossier looks up a hundred of them.
#[derive(Debug)]
pub(super) struct ByName(Vec<(&'static str, Value)>);

impl Object for ByName {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let at = self.0.binary_search_by_key(&key, |(name, _)| *name).ok()?;
        self.0.get(at).map(|(_, label)| label.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.iter().map(|(name, _)| Value::from(*name)).collect())
    }
}

labels! {
    dossier: "备案档案", "Filing dossier";
    index: "备案档案总表", "Filing dossiers";
    lang: "zh", "en";
    none: "无", "none";
    not_provable: "不可证", "cannot be shown";
    item: "事项", "fact";
    value: "内容", "value";
    on_file: "在档", "on file";
    records: "记录", "records";
    basis: "依据", "basis";
    as_of: "截至", "as of";
    known: "所据记录", "records read";
    today: "制作日", "made on";
    tool: "程序", "program";
    rules: "规则集", "rule set";
    commit: "提交", "commit";
    author: "作者", "author";
    written: "作者日", "written";
    committed: "提交日", "committed";
    signature: "签名", "signature";
    at_commit: "所据提交", "commit read";
    summary: "说明", "summary";
    status: "状态", "status";
    subject: "主体", "subject";
    identity: "主体身份", "Identity";
    authority: "主管机关", "authority";
    numbers: "备案号与许可", "Numbers and licences";
    people: "人员", "People";
    services: "互联网信息服务", "Services";
    domains: "域名", "Domains";
    domain: "域名", "domain";
    servers: "服务器", "Servers";
    access: "接入", "Access";
    approvals: "前置或专项审批", "Prior approvals";
    police: "公安联网备案", "Filing with the police";
    display: "展示义务", "What is to be shown";
    filings: "备案经过", "Filings";
    filing: "订单", "filing";
    procedure: "流程", "procedure";
    through: "接入商", "through";
    covers: "范围", "covers";
    submitted: "提交订单", "submitted";
    outcome: "结果", "outcome";
    day: "日期", "day";
    granted: "核发号码", "granted";
    note: "说明", "note";
    event: "事件", "event";
    who: "人员", "who";
    timeline: "时间线", "Timeline";
    papers: "材料", "Papers";
    paper: "材料", "paper";
    of: "对象", "of";
    dated: "材料日期", "dated";
    kept: "存放", "kept";
    checked: "核对", "checked";
    pending: "在档与记录的差异", "Where records differ from what is on file";
    open_orders: "在办订单", "Open orders";
    findings: "检查结果", "Findings";
    waived: "豁免", "Waived";
    adopted: "基线内的既有问题", "Adopted with the baseline";
    code: "代码", "code";
    severity: "级别", "severity";
    message: "问题", "finding";
    help: "办法", "help";
    reason: "理由", "reason";
    owner: "负责人", "owner";
    until: "有效期至", "until";
    deadlines: "时限", "Deadlines";
    due: "到期", "due";
    what: "内容", "what";
    link: "链接", "link";
    place: "位置", "place";
    time: "时间", "time";
    roles: "职责", "roles";
    state: "情况", "state";
    rule: "规则", "rule";
    history: "事项沿革", "History of facts";
    since: "在档起", "on file since";
    known_since: "记入提交", "known since";
    by: "记录人", "by";
    appendix: "附录", "Appendix";
    judged: "所用规则", "Rules that judged";
    follows: "法律规定的后果", "What the law says follows";
    source: "来源", "source";
    published: "发布", "published";
    source_checked: "核对日", "checked";
    provenance: "出处", "Provenance";
    left_out: "未列事项", "Left out";
    number: "号码", "number";
    from: "启用", "from";
    to: "停用", "until";
    kind: "类型", "kind";
    holder: "持有者", "holder";
    registrar: "注册机构", "registrar";
    registered: "注册日", "registered";
    verified: "实名日", "verified";
    expires: "到期日", "expires";
    name: "名称", "name";
    servers_count: "服务器", "servers";
    service_count: "服务数", "services";
    gaps: "缺口", "gaps";
    home: "首页", "home page";
    overview: "概况", "Overview";
    audience: "用途", "made for";
    two_states:
        "本档案区分两种状态：“在档”指已通过的备案订单依次累计的结果；“记录”指本单位登记的、打算或已经变更的内容。\
         两者不同之处见“在档与记录的差异”。",
        "Two states are told apart here. What is on file follows from the approved filings, one after the other. The \
         records hold what the organiser intends. Where they differ is listed below.";
    past:
        "本档案说的是过去的日子：只列当日已为真、且能由日期或订单证明的内容；当日之后才有的事项、订单、\
         材料和来函不列。",
        "This dossier speaks of a past day: it holds only what was true then and can be shown by a day or a filing. \
         Later facts, filings, papers and letters are left out.";
    revealed:
        "本份含未遮盖的个人号码（--reveal），按个人信息保管，用后销毁。",
        "This copy holds personal numbers in full (--reveal): keep it as personal data and destroy it after use.";
    sample:
        "示例记录：其中的名称、号码、域名和地址都是虚构的。",
        "Sample records: all names, numbers, domains and addresses are made up.";
    no_git:
        "记录不在 git 仓库里，没有提交可查：事项沿革中“何时记入、由谁记入”从缺，本档案的出处无法证明。",
        "The records stand in no git repository: who entered what and when is not known, and nothing proves where this \
         dossier comes from.";
    no_commit:
        "仓库里还没有提交：事项沿革从缺，本档案的出处无法证明。",
        "The repository has no commit yet: there is no history, and nothing proves where this dossier comes from.";
    changed:
        "工作目录里有未提交的改动，下列提交不能完整复现本档案。",
        "The working tree holds changes that no commit holds; the commit below does not reproduce this dossier.";
    signatures:
        "“签名”一栏只说明提交是否带有签名，签名是否有效由查阅者自行验证（git verify-commit）。",
        "Whether a commit carries a signature is told here; whether it is a good one is for the reader to verify (git \
         verify-commit).";
    no_findings: "没有发现问题。", "Nothing was found.";
    no_pending:
        "订单写明的事项，记录与在档内容一致；订单没有写明的事项无从比较。",
        "Where filings name a fact, the records say what is on file. What no filing names cannot be compared.";
    no_filings: "没有备案订单。", "There are no filings.";
    no_papers: "订单里没有登记材料。", "No papers are recorded.";
    no_deadlines: "没有可计算的时限。", "There is no deadline to count.";
    no_services: "没有互联网信息服务。", "There are no services.";
    no_history: "没有可列的沿革。", "There is nothing to list.";
    nothing_on_file:
        "截至当日没有已通过的备案：下列内容只是记录，不是在档内容。",
        "Nothing is on file on this day: what follows are records only.";
    nothing_shown:
        "截至当日已通过的备案不可证：下列内容不是在档内容。",
        "Nothing shows what was on file on this day: what follows is not on file.";
    past_rules:
        "过去的日子按当日的规则检查，所依的设置、覆盖数据、级别和基线是所读记录旁边的，可能晚于当日；豁免在当日\
         未到期的才算。跨主体的规则没有运行；牵涉未列事项、因而无法判断的结果不列。",
        "A past day is judged by its own rules, and by the settings, overlays, levels and baseline that stand beside \
         the records read, which may be younger than that day; a waiver counts if it had not run out then. Rules \
         across subjects did not run. What cannot be judged because facts are left out is not told.";
    other_rules: "其余在用规则没有发现问题", "The other rules in force found nothing";
    left_out_why:
        "下列事项没有订单写明，也没有日期能证明当日为真，故不列：",
        "No filing names these facts, and no day of their own shows them to be true then:";
    history_why:
        "“在档起”是备案通过之日；“记入提交”是记录最早写明此事的提交日。两者相差的天数列在说明里；事后更正的，\
         注明“当时为真，后来才知”。",
        "“On file since” is the day of the approval, “known since” the first commit whose records say so. The days \
         between the two are told; what was corrected afterwards was true then and known later.";
    recorded_history:
        "不属备案登记的事项（只有记录的沿革）",
        "Facts that no filing holds (known from the records alone)";
    table_note:
        "“—”表示没有内容；“同在档”表示记录与在档一致。",
        "“—” means that there is nothing, “same” that the records say what is on file.";
    hash_note:
        "“相符”表示 evidence/ 中的文件与登记的 SHA-256 一致。",
        "“Matches” means that the file in evidence/ has the SHA-256 recorded.";
    public_note: "仅列公共查询系统公布的项目。", "Only what the public registry shows.";
    approved: "审核通过", "approved";
    nature: "主办单位性质", "nature";
    organiser: "主办单位名称", "organiser";
    overdue: "已逾期", "overdue";
    errors: "错误", "errors";
    warnings: "警告", "warnings";
    notes: "提示", "notes";
    count: "合计", "total";
}
