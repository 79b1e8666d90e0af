//! `servers.yaml`: servers (服务器).

use crate::day::Day;
use crate::record::{Placed, Text, record};
use crate::vocabulary::{AccessMode, Billing};

record! {
    /// A server from which services are served.
    Server("服务器") {
        /// Access provider.
        provider("接入商"): Text,
        /// Mode of access.
        mode("接入方式"): AccessMode,
        /// Region by the provider's own id.
        cloud_region("云地域"): Text,
        /// Province in which it stands.
        place("服务器放置地"): Text,
        /// Instance by the provider's own id.
        instance("实例"): Text,
        /// IP addresses or ranges.
        addresses("IP 地址"): Vec<Placed<Text>>,
        /// In whose name it is held.
        holder("服务器持有者") since 2: Text,
        /// For which time it is paid.
        paid("付费"): Paid,
        /// Day on which it was given back.
        released("释放日期"): Day,
    }
}

record! {
    /// For which time a server is paid.
    Paid("付费") {
        /// First day.
        from("起"): Day,
        /// Last day, renewals included.
        until("止"): Day,
        /// How it is paid for.
        billing("计费方式"): Billing,
    }
}
