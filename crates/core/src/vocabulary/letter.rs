//! The closed list of letters.

use crate::words::named;

named! {
    /// Which letter it is, in the order in which they are handed in. Tables and templates are named by the id.
    pub enum LetterKind by id {
        Change: "change", "变更备案说明", "statement on a change";
        Rename: "rename", "更名函", "letter on a change of name";
        DeregisterService: "deregister-service", "注销互联网信息服务申请", "application to deregister a service";
        DeregisterSubject: "deregister-subject", "注销主体申请", "application to deregister a subject";
        DeregisterShell: "deregister-shell", "空壳主体注销申请", "application to deregister an empty subject";
        DeregisterOther: "deregister-other",
            "注销他单位备案申请",
            "application to deregister another organiser's filing";
        CancelAccess: "cancel-access", "取消接入申请", "application to cancel access";
        Authorisation: "authorisation", "法人授权书", "authorisation by the legal representative";
        Pledge: "pledge", "真实性承诺书", "pledge of truth";
        PriorApproval: "prior-approval", "前置审批说明", "statement on prior approval";
        ChangeNotice: "change-notice", "变更备案内部通知", "internal notice of a change";
        EndNotice: "end-notice", "注销备案内部通知", "internal notice of a deregistration";
    }
}

impl LetterKind {
    /// Whether it stays in the house.
    #[must_use]
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::ChangeNotice | Self::EndNotice)
    }
}
