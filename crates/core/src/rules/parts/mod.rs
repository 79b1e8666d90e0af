//! Parts that the examples of several rules are made of.

mod moves;
mod services;
mod settings;
mod subjects;

pub(super) use moves::*;
pub(super) use services::*;
pub(super) use settings::*;
pub(super) use subjects::*;
