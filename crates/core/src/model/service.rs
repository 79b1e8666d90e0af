//! `services.yaml`: websites, Apps, mini programs and quick apps (互联网信息服务).

use super::{Ended, NumberHeld};
use crate::day::Day;
use crate::record::{Flag, Form, Placed, Reader, Shape, Shown, Text, Validity, Value, Writer, record};
use crate::vocabulary::{ApprovalKind, NoApproval, Platform, ServiceKind};

record! {
    /// A service that the subject runs.
    Service("互联网信息服务") {
        /// Kind of service.
        kind("服务类型"): ServiceKind,
        /// Name on file.
        name("服务名称"): Text,
        /// What proves the right to the name.
        name_proof("名称依据"): Text,
        /// Service numbers held, the latest last.
        numbers("服务备案号"): Vec<Placed<NumberHeld>>,
        /// Domains, as keyed in domains.yaml.
        domains("域名"): Vec<Placed<Text>>,
        /// Address of the home page.
        home("首页网址"): Text,
        /// By whom it is connected.
        access("接入信息"): Vec<Placed<Access>>,
        /// What it offers.
        content("服务内容"): Text,
        /// Category of the content.
        category("内容类型"): Text,
        /// Whether it is a paid information service.
        commercial("经营性"): Flag,
        /// Prior approvals, or 不涉及.
        approvals("前置或专项审批"): Approvals,
        /// Languages offered.
        languages("语种"): Vec<Placed<Text>>,
        /// Key of the service's principal in people.yaml.
        principal("服务负责人"): Text,
        /// Systems on which an App runs.
        platforms("运行平台"): Vec<Placed<PlatformRelease>>,
        /// Icon of an App: a file in `evidence/`.
        icon("图标"): Text,
        /// Third-party kits in an App.
        sdks("SDK 服务"): Vec<Placed<Text>>,
        /// Names under which stores offer an App.
        stores("应用商店") since 2: Vec<Placed<StoreListing>>,
        /// Where the filing number is shown, and since when.
        shown("备案号展示") since 2: NumberShown,
        /// Who in the house looks after it: a team, or a key in people.yaml.
        owner("内部负责") since 2: Text,
        /// Day on which it opened.
        opened("开通日期"): Day,
        /// Day on which it closed.
        closed("关停日期"): Day,
        /// Filing with the police.
        police("公安联网备案"): Police,
        /// Remark on file.
        remark("备注"): Text,
        /// When and why the record ends.
        ended("终止"): Ended,
    }
}

record! {
    /// By whom a service is connected to the net.
    Access("接入信息") {
        /// Access provider.
        provider("接入商"): Text,
        /// Account at the provider.
        account("账号"): Text,
        /// In whose name the account is.
        holder("账号持有者") since 2: Text,
        /// Keys of servers in servers.yaml.
        servers("服务器"): Vec<Placed<Text>>,
        /// Service code of the provider.
        code("备案服务码"): Text,
        /// First day.
        since("起"): Day,
        /// Last day.
        until("止"): Day,
    }
}

record! {
    /// What another authority approved.
    Approval("审批") {
        /// Kind of content.
        kind("类型"): ApprovalKind,
        /// Who approved.
        authority("审批机关"): Text,
        /// Number of the approval.
        number("文号"): Text,
        /// Term of validity.
        valid("有效期"): Validity,
        /// File in `evidence/`.
        evidence("证据"): Text,
    }
}

record! {
    /// A release of an App for one system.
    PlatformRelease("运行平台") {
        /// The system.
        os("平台"): Platform,
        /// Package name or bundle id.
        id("包名"): Text,
        /// Fingerprint of the certificate: MD5 on Android, SHA-1 on iOS.
        fingerprint("证书指纹"): Text,
        /// Public key.
        public_key("公钥"): Text,
    }
}

record! {
    /// How a store offers an App.
    StoreListing("应用商店") {
        /// The store.
        store("商店"): Text,
        /// The name under which it stands there.
        name("商店内名称"): Text,
    }
}

record! {
    /// Where a filing number is shown, and since when.
    NumberShown("备案号展示") {
        /// Since when it is shown, or whether it is.
        since("起"): Shown,
        /// Where it stands, such as the foot of the home page.
        at as "where" ("位置"): Text,
    }
}

record! {
    /// The filing with the police (公安联网备案).
    Police("公安联网备案") {
        /// Day of the application.
        applied("申请日期"): Day,
        /// Day of the approval.
        approved("通过日期"): Day,
        /// Number granted.
        number("公安备案号"): Text,
        /// Since when the number is shown, or whether it is.
        shown("展示"): Shown,
        /// Last day of a filing with the police that was cancelled; later days are of the one that replaced it.
        ended("注销日期") since 2: Day,
    }
}

impl Police {
    /// The day on which the filing was cancelled, if none has replaced it since.
    #[must_use]
    pub fn cancelled(&self) -> Option<&Placed<Day>> {
        let ended = self.ended.placed()?;
        let later = |day: Option<&Day>| day.is_some_and(|day| ended.value < *day);
        (!later(self.applied.known()) && !later(self.approved.known())).then_some(ended)
    }
}

/// Prior approvals: the statement that none is needed, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approvals {
    /// 不涉及: the organiser states that none is needed.
    NotInvolved,
    /// What was approved.
    Given(Vec<Placed<Approval>>),
}

impl Value for Approvals {
    const SHAPE: &'static Shape =
        &Shape::Either(<NoApproval as Value>::SHAPE, &Shape::List(<Approval as Value>::SHAPE));

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        if reader.form() == Form::Scalar {
            return NoApproval::read(reader).map(|NoApproval::NotInvolved| Self::NotInvolved);
        }
        reader.list().map(Self::Given)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        match self {
            Self::NotInvolved => NoApproval::NotInvolved.write(writer),
            Self::Given(list) => writer.list(list),
        }
    }
}
