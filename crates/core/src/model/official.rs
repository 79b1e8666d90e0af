//! `observations/` and `official/`: what others showed and what others sent.

use crate::day::{Day, When};
use crate::record::{FactChange, Form, Keyed, Placed, Reader, Shape, Text, Texts, Value, Writer, record};
use crate::vocabulary::{ObservationKind, OfficialKind};

record! {
    /// What someone else showed on a day.
    Observation("观察") {
        /// Where it was seen.
        kind("类型"): ObservationKind,
        /// The source: a file name, an address.
        source("来源"): Text,
        /// SHA-256 of what was seen.
        sha256("SHA-256"): Text,
        /// When it was seen.
        at("时间"): When,
        /// What it says; 无记录 is no evidence.
        says("内容"): Says,
    }
}

record! {
    /// What an authority or provider sent.
    Official("来函") {
        /// What it is.
        kind("类型"): OfficialKind,
        /// Who sent it.
        authority("发函单位"): Text,
        /// Day on which it arrived.
        received("收到日期"): Day,
        /// Day, or since format 2 moment, by which it must be answered.
        due("期限"): When,
        /// What it is about.
        about("事由"): Texts,
        /// What it demands.
        demands("要求"): Texts,
        /// Day on which it was answered.
        answered("答复日期"): Day,
    }
}

impl Official {
    /// The version of the format that it needs, beside what its keys tell: a moment as `due` came with the second.
    #[must_use]
    pub fn needs_format(&self) -> Option<(u32, &Placed<When>)> {
        self.due.placed().filter(|due| !due.value.is_day()).map(|due| (2, due))
    }
}

/// What an observation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// 无记录: nothing was found, which is no evidence of anything.
    NoRecord,
    /// The facts seen.
    Facts(Keyed<FactChange>),
}

impl Says {
    const NO_RECORD: &'static str = "无记录";
}

impl Value for Says {
    const SHAPE: &'static Shape = &Shape::Either(&Shape::Text, &Shape::Keyed(&Shape::Plain));

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        if reader.form() == Form::Scalar {
            return reader.parsed(|text| {
                (text == Self::NO_RECORD).then_some(Self::NoRecord).ok_or_else(|| {
                    crate::words::Words::fixed(
                        "这里要写所见事项，或写 无记录",
                        "the facts seen must stand here, or 无记录",
                    )
                })
            });
        }
        reader.keyed().map(Self::Facts)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        match self {
            Self::NoRecord => writer.bare(Self::NO_RECORD),
            Self::Facts(facts) => writer.keyed(facts),
        }
    }
}
