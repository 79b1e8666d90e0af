//! Words about what is served and from where.

use super::vocabulary;

vocabulary! {
    /// What kind of service it is (互联网信息服务类型).
    ServiceKind("互联网信息服务类型", "kind of service") {
        Website: "网站", "website", ["站点"];
        App: "APP", "app", ["App", "应用", "移动应用"];
        MiniProgram: "小程序", "mini-program", ["微信小程序"];
        QuickApp: "快应用", "quick-app", [];
    }
}

vocabulary! {
    /// How the server is connected (接入方式).
    AccessMode("接入方式", "mode of access") {
        DedicatedLine: "专线", "dedicated-line", ["专线接入"];
        Colocation: "主机托管", "colocation", ["服务器托管"];
        VirtualHost: "虚拟主机", "virtual-host", [];
        Cloud: "云接入", "cloud", ["云服务器", "云主机"];
        Other: "其他", "other", [];
    }
}

vocabulary! {
    /// How the server is paid for (计费方式).
    Billing("计费方式", "billing") {
        Prepaid: "包年包月", "prepaid", ["包年/包月", "预付费", "包月", "包年"];
        Metered: "按量付费", "metered", ["按量计费", "后付费", "按需计费"];
    }
}

vocabulary! {
    /// Content that another authority must approve first (前置或专项审批).
    ApprovalKind("前置或专项审批内容类型", "kind of prior approval") {
        News: "新闻", "news", [];
        Publishing: "出版", "publishing", [];
        Education: "教育", "education", [];
        OffCampus: "校外培训", "off-campus training", [];
        Medical: "医疗保健", "medical", ["医疗"];
        Drugs: "药品和医疗器械", "drugs", ["药品", "医疗器械", "药品和医疗器械信息"];
        Culture: "文化", "culture", [];
        Game: "游戏", "games", ["网络游戏"];
        Broadcasting: "广播电影电视节目", "broadcasting", ["视听节目", "广电"];
        Religion: "宗教", "religion", ["互联网宗教信息服务"];
        RideHailing: "网络预约车", "ride-hailing", ["网约车"];
        Finance: "互联网金融", "finance", ["金融"];
        Map: "互联网地图", "maps", ["地图"];
        BulletinBoard: "电子公告服务", "bulletin-board", ["电子公告", "论坛"];
    }
}

vocabulary! {
    /// The statement that no prior approval is needed (不涉及前置审批).
    NoApproval("前置审批声明", "statement on prior approval") {
        NotInvolved: "不涉及", "not-involved", ["无", "不涉及前置审批"];
    }
}

vocabulary! {
    /// The system or host on which an App runs (运行平台).
    Platform("运行平台", "platform") {
        Android: "Android", "android-os", ["android", "安卓"];
        Ios: "iOS", "apple-ios", ["ios", "IOS", "苹果"];
        HarmonyOs: "HarmonyOS", "harmony", ["鸿蒙", "harmonyos"];
        Windows: "Windows", "windows-os", ["windows"];
        MacOs: "macOS", "mac", ["macos"];
        Linux: "Linux", "linux-os", ["linux"];
        WeChat: "微信", "wechat", [];
        Alipay: "支付宝", "alipay", [];
        Baidu: "百度", "baidu", [];
        Douyin: "抖音", "douyin", [];
        QuickAppAlliance: "快应用联盟", "quick-app-alliance", [];
        Other: "其他", "other", [];
    }
}
