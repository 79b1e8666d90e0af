//! The steps of an order, and which of them each procedure has.

use crate::deadline::Actor;
use crate::progress::Phase;
use crate::vocabulary::{Channel, Procedure};
use crate::words::named;

named! {
    /// One step of an order, or of what follows its approval.
    pub enum Step by id {
        Account: "account", "准备接入商账号", "an account at the provider";
        Domain: "domain", "准备域名", "the domain";
        Server: "server", "准备服务器", "the server";
        Records: "records", "填报信息", "what is filed";
        Papers: "papers", "准备材料", "papers";
        Stop: "stop", "停止使用", "its end";
        Submit: "submit", "提交订单", "submit the order";
        FirstReview: "first-review", "接入商初审", "the provider looks at it";
        Message: "message", "短信核验", "the text message";
        Decision: "decision", "管局审核", "the administration decides";
        Open: "open", "开通和解析", "open it";
        Show: "show", "展示备案号", "show the number";
        Police: "police", "公安联网备案", "file it with the police";
        ShowPolice: "show-police", "展示公安备案号", "show the number of the police";
        Follow: "follow", "办成之后", "afterwards";
        Keep: "keep", "以后保持属实", "keep it true";
    }
}

named! {
    /// What kinds of orders are like each other, as far as their steps go.
    pub enum Group by id {
        Opens: "opens", "新开", "it files a service";
        Access: "access", "接入", "it adds an access";
        Change: "change", "变更", "it changes what is on file";
        Ends: "ends", "注销", "it ends something";
        Cancel: "cancel", "取消接入", "it ends an access";
        Moves: "moves", "迁移", "it moves what is on file";
        Paper: "paper", "书面", "it goes on paper";
    }
}

impl Group {
    /// What a procedure is like; none of what reaches no authority.
    pub(super) fn of(procedure: Procedure) -> Option<Self> {
        Some(match procedure.channel() {
            Channel::Paper => Self::Paper,
            Channel::Account | Channel::Nothing => return None,
            Channel::Provider if procedure.files_service() => Self::Opens,
            Channel::Provider if procedure.opens() => Self::Access,
            Channel::Provider if procedure.is_change() => Self::Change,
            Channel::Provider if procedure.replaces_number() => Self::Moves,
            Channel::Provider if procedure.ends_services() => Self::Ends,
            Channel::Provider => Self::Cancel,
        })
    }

    /// Its steps, in the order in which they are done.
    pub(super) const fn steps(self) -> &'static [Step] {
        use Step as S;
        match self {
            Self::Opens => &[
                S::Account,
                S::Domain,
                S::Server,
                S::Records,
                S::Papers,
                S::Submit,
                S::FirstReview,
                S::Message,
                S::Decision,
                S::Open,
                S::Show,
                S::Police,
                S::ShowPolice,
                S::Keep,
            ],
            Self::Access => {
                &[S::Account, S::Server, S::Papers, S::Submit, S::FirstReview, S::Message, S::Decision, S::Follow]
            }
            Self::Change => &[S::Records, S::Papers, S::Submit, S::FirstReview, S::Message, S::Decision, S::Follow],
            Self::Moves => {
                &[S::Records, S::Papers, S::Submit, S::FirstReview, S::Message, S::Decision, S::Show, S::Follow]
            }
            Self::Ends => &[S::Stop, S::Papers, S::Submit, S::FirstReview, S::Message, S::Decision, S::Follow],
            Self::Cancel => &[S::Stop, S::Submit, S::FirstReview, S::Decision],
            Self::Paper => &[S::Papers, S::Submit, S::Decision],
        }
    }
}

impl Step {
    /// Who does it.
    #[must_use]
    pub const fn actor(self) -> Actor {
        match self {
            Self::FirstReview => Actor::Provider,
            Self::Decision => Actor::Administration,
            Self::Account
            | Self::Domain
            | Self::Server
            | Self::Records
            | Self::Papers
            | Self::Stop
            | Self::Submit
            | Self::Message
            | Self::Open
            | Self::Show
            | Self::Police
            | Self::ShowPolice
            | Self::Follow
            | Self::Keep => Actor::House,
        }
    }

    /// The step at which something stands that has come so far; none before the order is ready.
    pub(super) const fn of(phase: Phase) -> Option<Self> {
        Some(match phase {
            Phase::Waiting | Phase::Ready | Phase::SentBack | Phase::Rejected => Self::Submit,
            Phase::AtProvider => Self::FirstReview,
            Phase::BeforeMessage | Phase::Message => Self::Message,
            Phase::BeforeHandover | Phase::AtAdministration => Self::Decision,
            Phase::Approved => Self::Open,
            Phase::ToShow => Self::Show,
            Phase::ToFilePolice | Phase::AtPolice => Self::Police,
            Phase::ToShowPolice => Self::ShowPolice,
            Phase::InOrder => Self::Keep,
            Phase::Preparing | Phase::OpenUnfiled | Phase::Shell | Phase::ToDeregister | Phase::Ended => return None,
        })
    }
}
