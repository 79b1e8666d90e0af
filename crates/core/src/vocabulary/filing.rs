//! Words about what is asked of the authority and what becomes of it.

use super::vocabulary;

vocabulary! {
    /// What is asked of the authority (流程类型).
    Procedure("流程类型", "procedure") {
        First: "首次备案", "first", ["新增备案", "首次"];
        AddService: "新增互联网信息服务", "add-service", ["新增网站", "新增服务", "新增APP", "新增App"];
        AddAccess: "新增接入", "add-access", ["接入备案"];
        ChangeSubject: "变更主体", "change-subject", ["变更主体信息"];
        ChangeService: "变更互联网信息服务", "change-service", ["变更网站", "变更服务", "变更APP"];
        ChangeBoth: "变更备案", "change-both", ["变更备案信息"];
        ChangeAccess: "变更接入", "change-access", ["变更接入信息"];
        DeregisterSubject: "注销主体", "deregister-subject", ["注销备案"];
        DeregisterService: "注销互联网信息服务", "deregister-service", ["注销网站", "注销服务", "注销APP"];
        DeregisterEmptyShell: "注销空壳主体", "deregister-empty-shell", [];
        DeregisterOther: "注销他单位备案", "deregister-other", [];
        CancelAccess: "取消接入", "cancel-access", [];
        Migration: "迁移", "migration", ["迁移备案", "互联网信息服务迁移"];
        ChangeProvince: "跨省变更", "change-province", [];
        Transfer: "转移", "transfer", ["转移备案"];
        Claim: "认领", "claim", ["认领备案"];
        Existing: "既有备案", "existing", ["期初备案"];
    }
}

vocabulary! {
    /// What became of an order (订单事件).
    Event("订单事件", "event of an order") {
        Submitted: "提交订单", "submitted", ["提交"];
        FirstReviewRejected: "初审驳回", "first-review-rejected", ["初审不通过"];
        FirstReviewPassed: "初审通过", "first-review-passed", ["服务商初审通过"];
        Supplemented: "补正", "supplemented", ["补充材料"];
        SmsSent: "发送短信", "sms-sent", ["短信发送"];
        SmsVerified: "短信核验", "sms-verified", ["短信验证", "短信校验"];
        HandedOver: "提交管局", "handed-over", ["报送管局"];
        Rejected: "管局驳回", "rejected", ["管局审核驳回", "管局退回"];
        Approved: "管局通过", "approved", ["管局审核通过", "审核通过", "备案成功"];
        Withdrawn: "撤回", "withdrawn", ["撤销"];
        Lapsed: "订单失效", "lapsed", ["失效"];
    }
}

vocabulary! {
    /// Where something was seen (观察类型).
    ObservationKind("观察类型", "kind of observation") {
        Registry: "管局查询", "registry", ["备案查询"];
        Page: "页面", "page", ["网页"];
        Dns: "解析", "dns", ["域名解析"];
    }
}

vocabulary! {
    /// What an authority or provider sent (来函类型).
    OfficialKind("来函类型", "kind of official letter") {
        Rectification: "责令整改", "rectification", ["整改通知"];
        Review: "年度审核", "review", ["备案核查", "核查通知"];
        EmptyShell: "空壳公告", "empty-shell", ["空壳清理通知"];
        Penalty: "行政处罚", "penalty", [];
        ProviderNotice: "接入商通知", "provider-notice", [];
        Other: "其他", "other", [];
    }
}

vocabulary! {
    /// How heavy a rule weighs in a repository (规则级别).
    Level("规则级别", "level of a rule") {
        Allow: "allow", "off", [];
        Note: "note", "info", [];
        Warn: "warn", "warning", [];
        Deny: "deny", "error", [];
    }
}
