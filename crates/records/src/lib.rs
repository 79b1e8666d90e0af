//! Records of `beian`: text into values and back.

pub mod yaml;
