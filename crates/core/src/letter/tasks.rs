//! Who in the house does what by when.

use super::content::{ServiceLine, Task, TaskTime};
use super::entry::Entry;
use super::matter::Matter;
use super::{call, ending, parts};
use crate::change::{Fact, PersonField, ServiceField as S, SubjectField as F};
use crate::vocabulary::{LetterKind, PeriodKind, Procedure};
use std::borrow::Cow;

const CLERK: &str = "经办人";
const OPERATOR: &str = "运维人员";

/// The tasks of an internal notice.
pub(super) fn tasks(matter: &Matter<'_>, kind: LetterKind, services: &[ServiceLine]) -> Vec<Task> {
    let mut list = List { matter, tasks: Vec::new() };
    if kind == LetterKind::ChangeNotice {
        list.change();
    } else if matter.procedure == Procedure::CancelAccess {
        list.access_ends();
    } else {
        list.end(services);
    }
    list.tasks
}

struct List<'m, 'a> {
    matter: &'m Matter<'a>,
    tasks: Vec<Task>,
}

impl List<'_, '_> {
    fn add(&mut self, time: TaskTime, who: &str, what: impl Into<String>) {
        self.tasks.push(Task { time, who: who.to_owned(), what: what.into() });
    }

    fn change(&mut self) {
        let renamed = self.matter.changes(|fact| *fact == Fact::Subject(F::Name));
        if renamed {
            self.add(said("提交订单前"), OPERATOR, "更新各域名的实名认证信息，使域名持有者与新名称一致");
        }
        self.submit();
        self.under_review();
        if renamed {
            self.add(
                said("核准后"),
                CLERK,
                "办理公安联网备案、经营许可证（如有）的名称变更，更换页面和 APP 内的主办单位名称",
            );
        }
        for name in self.dropped_domains() {
            self.add(said("核准后"), OPERATOR, format!("停止 {name} 解析到境内服务器"));
        }
        self.recorded();
    }

    fn end(&mut self, services: &[ServiceLine]) {
        let principal = self.principal();
        self.add(said("提交申请前"), &principal, "确认注销范围：核准后不能恢复，再开办须重新备案");
        let names = given(services.iter().map(|service| &service.name));
        if !names.is_empty() {
            self.add(self.end_day(), OPERATOR, format!("停止服务：{names}"));
        }
        let domains = ending::domains(self.matter).0;
        if !domains.is_empty() {
            self.add(self.end_day(), OPERATOR, format!("撤销域名解析：{}", domains.join("、")));
        }
        let footers = given(services.iter().map(|service| &service.footer));
        if !footers.is_empty() {
            self.add(self.end_day(), OPERATOR, format!("撤下页面或 APP 内展示的备案号：{footers}"));
        }
        self.submit_end();
        self.under_review();
        if !services.is_empty() {
            self.add(said("核准前"), OPERATOR, "保留服务器和域名，核准后再释放或转让");
        }
        let police = self.police();
        if !police.is_empty() {
            let what = format!("向公安机关办理公安联网备案注销：{}", police.join("、"));
            self.add(said("核准后"), CLERK, what);
        }
        self.recorded();
    }

    fn access_ends(&mut self) {
        let keys = self.matter.services();
        let (left, empty): (Vec<String>, Vec<String>) =
            keys.into_iter().partition(|key| !ending::providers_left(self.matter, key).is_empty());
        let names = |keys: &[String]| {
            let names: Vec<String> =
                keys.iter().filter_map(|key| self.matter.before.service_text(key, S::Name)).collect();
            names.join("、")
        };
        let (left, empty) = (names(&left), names(&empty));
        if !left.is_empty() {
            let what = format!("把{left}的解析切换到其余接入商的服务器，确认可以访问");
            self.add(said("提交申请前"), OPERATOR, what);
        }
        if !empty.is_empty() {
            let what = format!("{empty}没有其他接入商：继续开办的先在新接入商处办理新增接入，不再开办的改办注销");
            self.add(said("提交申请前"), CLERK, what);
        }
        let provider = self.matter.provider.clone().unwrap_or_else(|| "接入商".to_owned());
        self.add(self.end_day(), CLERK, format!("在{provider}提交取消接入；不发核验短信"));
        self.recorded();
    }

    /// What ends is filed on the day of its end; an empty subject when nobody objects.
    fn submit_end(&mut self) {
        let time = match self.matter.procedure {
            Procedure::DeregisterEmptyShell => said("核对无误后"),
            _ => self.end_day(),
        };
        self.order(time);
    }

    /// A change, by the day that the law sets.
    fn submit(&mut self) {
        let due = self.matter.needs.due.as_ref();
        let rests = self.matter.changes(call::rests_on_document);
        let time = match due.and_then(|due| due.day) {
            _ if rests => said("取得依据文件后立即"),
            Some(day) => TaskTime::By(day),
            None => {
                let ahead = self.length(PeriodKind::ChangeAhead);
                ahead.map_or_else(|| said("生效之日以前"), |ahead| TaskTime::Said(format!("生效之日 {ahead}前")))
            }
        };
        self.order(time);
    }

    /// How long a period is.
    fn length(&self, kind: PeriodKind) -> Option<Cow<'static, str>> {
        let provider = self.matter.provider.as_deref().unwrap_or_default();
        Some(self.matter.tables.period(kind, provider, self.matter.today)?.words().zh)
    }

    /// A time with the period in brackets that it takes, where one is known.
    fn during(&self, time: &str, kind: PeriodKind, most: &str) -> TaskTime {
        let length = self.length(kind).map(|length| format!("（{most}{length}）")).unwrap_or_default();
        TaskTime::Said(format!("{time}{length}"))
    }

    /// Within a period after something, or as a word says where none is known.
    fn within(&self, after: &str, kind: PeriodKind, otherwise: &str) -> TaskTime {
        let length = self.length(kind).map(|length| format!(" {length}内"));
        TaskTime::Said(format!("{after}{}", length.as_deref().unwrap_or(otherwise)))
    }

    fn order(&mut self, time: TaskTime) {
        let term = self.matter.procedure;
        let what = match (&self.matter.provider, self.matter.procedure) {
            (_, Procedure::DeregisterEmptyShell) => "备齐附件材料，书面向管局提交注销申请".to_owned(),
            (Some(provider), _) => format!("备齐附件材料，在{provider}提交“{term}”订单"),
            (None, _) => format!("备齐附件材料，通过接入商提交“{term}”订单"),
        };
        self.add(time, &self.clerk(), what);
    }

    fn under_review(&mut self) {
        if self.matter.procedure == Procedure::DeregisterEmptyShell {
            return;
        }
        self.add(
            self.during("初审期间", PeriodKind::ProviderReview, ""),
            &self.clerk(),
            "保持电话畅通，接受接入商核实；同一主体不再提交其他备案订单",
        );
        for receiver in self.matter.needs.sms.clone() {
            let name = self.matter.after.person_text(&receiver.person, PersonField::Name).unwrap_or_default();
            let who = format!("{} {name}", receiver.role.zh);
            self.add(
                self.within("收到 12381 短信后", PeriodKind::SmsCode, "尽快"),
                who.trim(),
                "在 beian.miit.gov.cn 填写验证码、手机号码和证件号码后六位，完成核验",
            );
        }
        self.add(
            self.during("管局审核期间", PeriodKind::AuthorityDecision, "最长 "),
            CLERK,
            "不得撤回或改动已提交的内容",
        );
    }

    fn recorded(&mut self) {
        self.add(said("核准后"), CLERK, "在备案记录中登记核准结果，材料归档");
    }

    fn end_day(&self) -> TaskTime {
        let due = self.matter.needs.due.as_ref().and_then(|due| due.day);
        let day = parts::effective(self.matter).or(due);
        day.map_or_else(|| said("停止服务之日"), TaskTime::By)
    }

    fn clerk(&self) -> String {
        match parts::contact(self.matter).name {
            Entry::Given(name) => format!("{CLERK} {name}"),
            Entry::Open(_) => CLERK.to_owned(),
        }
    }

    fn principal(&self) -> String {
        let state = self.matter.standing();
        let key = state.subject_text(F::Principal);
        match state.person(key.as_deref(), Fact::Subject(F::Principal).words()) {
            Entry::Given(name) => format!("主体负责人 {name}"),
            Entry::Open(_) => "主体负责人".to_owned(),
        }
    }

    fn dropped_domains(&self) -> Vec<String> {
        let matter = self.matter;
        let changed = matter.facts.iter().filter_map(|change| match &change.fact {
            Fact::Service(key, S::Domains) => Some(key),
            _ => None,
        });
        changed
            .flat_map(|key| {
                let now = matter.after.domains(key);
                matter.before.domains(key).into_iter().filter(move |name| !now.contains(name))
            })
            .collect()
    }

    fn police(&self) -> Vec<String> {
        let keys = if self.matter.procedure == Procedure::DeregisterService {
            self.matter.services()
        } else {
            ending::in_order(self.matter)
        };
        keys.iter().filter_map(|key| self.matter.before.service_text(key, S::PoliceNumber)).collect()
    }
}

fn given<'e>(entries: impl Iterator<Item = &'e Entry>) -> String {
    let mut found: Vec<&str> = entries.filter_map(Entry::given).collect();
    found.dedup();
    found.join("、")
}

fn said(time: &str) -> TaskTime {
    TaskTime::Said(time.to_owned())
}
