//! How far a subject or a service has come.

use crate::deadline::Actor;
use crate::words::named;

named! {
    /// How far a subject or a service has come: with its order, or with what follows the approval.
    pub enum Phase by id {
        Preparing: "preparing", "准备中", "being prepared";
        Waiting: "waiting", "等待可以提交的日子", "waiting for the day to submit";
        Ready: "ready", "可以提交", "ready to submit";
        AtProvider: "at-provider", "接入商初审", "the provider looks at it";
        SentBack: "sent-back", "初审退回", "sent back by the provider";
        BeforeMessage: "before-message", "等短信", "waiting for the text message";
        Message: "message", "短信待核验", "the code is to be entered";
        BeforeHandover: "before-handover", "等提交管局", "waiting to be handed over";
        AtAdministration: "at-administration", "管局审核", "the administration decides";
        Rejected: "rejected", "管局驳回", "rejected by the administration";
        OpenUnfiled: "open-unfiled", "未备案已开通", "open without being filed";
        Approved: "approved", "已核准，待开通", "approved, to be opened";
        ToShow: "to-show", "待展示备案号", "its number is to be shown";
        ToFilePolice: "to-file-police", "待公安联网备案", "to be filed with the police";
        AtPolice: "at-police", "公安机关审核", "the police look at it";
        ToShowPolice: "to-show-police", "待展示公安备案号", "the number of the police is to be shown";
        InOrder: "in-order", "正常", "in order";
        Shell: "shell", "空壳", "an empty shell";
        ToDeregister: "to-deregister", "已关停，待注销", "closed, to be deregistered";
        Ended: "ended", "已终止", "ended";
    }
}

impl Phase {
    /// Who acts next; nobody where nothing is to be done.
    #[must_use]
    pub const fn actor(self) -> Option<Actor> {
        match self {
            Self::Preparing
            | Self::Ready
            | Self::SentBack
            | Self::Message
            | Self::Rejected
            | Self::OpenUnfiled
            | Self::Approved
            | Self::ToShow
            | Self::ToFilePolice
            | Self::ToShowPolice
            | Self::Shell
            | Self::ToDeregister => Some(Actor::House),
            Self::AtProvider | Self::BeforeMessage | Self::BeforeHandover => Some(Actor::Provider),
            Self::AtAdministration => Some(Actor::Administration),
            Self::AtPolice => Some(Actor::Police),
            Self::Waiting | Self::InOrder | Self::Ended => None,
        }
    }

    /// Whether an order was sent back or rejected, and begins anew.
    #[must_use]
    pub const fn is_sent_back(self) -> bool {
        matches!(self, Self::SentBack | Self::Rejected)
    }

    /// Whether an order is under way or to be handed in.
    #[must_use]
    pub const fn is_of_order(self) -> bool {
        match self {
            Self::Preparing
            | Self::Waiting
            | Self::Ready
            | Self::AtProvider
            | Self::SentBack
            | Self::BeforeMessage
            | Self::Message
            | Self::BeforeHandover
            | Self::AtAdministration
            | Self::Rejected => true,
            Self::OpenUnfiled
            | Self::Approved
            | Self::ToShow
            | Self::ToFilePolice
            | Self::AtPolice
            | Self::ToShowPolice
            | Self::InOrder
            | Self::Shell
            | Self::ToDeregister
            | Self::Ended => false,
        }
    }
}
