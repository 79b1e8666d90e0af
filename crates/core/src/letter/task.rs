//! Who in the house does what by when, as values: the sentences are those of a template.

use crate::day::Day;

/// Declares a closed list whose entries templates know by their ids.
macro_rules! ids {
    ($( $(#[$about:meta])+ pub enum $list:ident { $( $(#[$doc:meta])+ $variant:ident: $id:literal; )+ } )+) => {
        $(
            $(#[$about])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $list { $( $(#[$doc])+ $variant, )+ }

            impl $list {
                /// All of them.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// How templates know it.
                #[must_use]
                pub const fn id(self) -> &'static str {
                    match self { $(Self::$variant => $id,)+ }
                }
            }
        )+
    };
}

ids! {
    /// When something is done that no day is set for.
    pub enum TaskWhen {
        /// Before the order is submitted.
        BeforeOrder: "before-order";
        /// Before the application is submitted.
        BeforeApplication: "before-application";
        /// As soon as the document is there on which it rests.
        WithDocument: "with-document";
        /// So long before the change takes effect as the law sets.
        AheadOfEffect: "ahead-of-effect";
        /// When everything was looked at and nobody objects.
        WhenChecked: "when-checked";
        /// On the day on which the service ends.
        AtTheEnd: "at-the-end";
        /// While the provider looks at the order.
        FirstReview: "first-review";
        /// When the text message is there.
        WithMessage: "with-message";
        /// While the administration decides.
        Review: "review";
        /// Before it is approved.
        BeforeApproval: "before-approval";
        /// Once it is approved.
        AfterApproval: "after-approval";
    }

    /// Who does it.
    pub enum TaskRole {
        /// Whoever handles the filing.
        Clerk: "clerk";
        /// Whoever runs the servers and names.
        Operator: "operator";
        /// The subject's principal.
        Principal: "principal";
        /// A principal who gets the text message: `title` says which.
        Receiver: "receiver";
    }

    /// What is done.
    pub enum TaskKind {
        /// The holders of domains get the new name.
        VerifyDomains: "verify-domains";
        /// Filings with the police, licences and pages get the new name.
        FollowName: "follow-name";
        /// The domains `of` go dark.
        DropDomains: "drop-domains";
        /// The principal confirms what ends.
        ConfirmEnd: "confirm-end";
        /// The services `of` end.
        StopServices: "stop-services";
        /// The domains `of` resolve no more.
        WithdrawDomains: "withdraw-domains";
        /// The numbers `of` are taken from pages.
        TakeNumbersDown: "take-numbers-down";
        /// Servers and domains are kept.
        KeepServers: "keep-servers";
        /// The numbers `of` are deregistered with the police.
        DeregisterPolice: "deregister-police";
        /// The services `of` move to the providers that are left to them.
        SwitchProviders: "switch-providers";
        /// The services `of` have no other provider.
        FindProvider: "find-provider";
        /// The access is given up at `provider`.
        CancelAccess: "cancel-access";
        /// The application for an empty subject goes to the administration on paper.
        SubmitOnPaper: "submit-on-paper";
        /// The order is submitted at `provider`, if that is known.
        SubmitOrder: "submit-order";
        /// The facts `of` go into the same order, and are due by themselves.
        SameOrder: "same-order";
        /// The provider's calls are answered.
        AnswerProvider: "answer-provider";
        /// The code is entered.
        EnterCode: "enter-code";
        /// What was submitted is left alone.
        LeaveAlone: "leave-alone";
        /// What was decided is recorded.
        Record: "record";
    }
}

/// By when something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskTime {
    /// On that day at the latest.
    By(Day),
    /// When no day is set.
    When(TaskWhen),
}

/// Who does what by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// By when.
    pub time: TaskTime,
    /// Who.
    pub role: TaskRole,
    /// What the receiver of a message is.
    pub title: Option<String>,
    /// The name of who does it, if it is known.
    pub name: Option<String>,
    /// What.
    pub what: TaskKind,
    /// What it is done with.
    pub of: Vec<String>,
    /// At which provider.
    pub provider: Option<String>,
}
