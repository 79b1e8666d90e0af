//! The plain kinds of values that fields hold.

use super::{Form, Placed, Reader, Shape, Slot, Value, Vocabulary, Writer, record};
use crate::day::{Day, Until, When};
use crate::words::Words;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

/// Text, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub Box<str>);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Value for Text {
    const SHAPE: &'static Shape = &Shape::Text;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.text().map(Self)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.text(self);
    }
}

/// `true` or `false`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Flag {
    fn parse(text: &str) -> Result<Self, Words> {
        match text {
            "true" => Ok(Self(true)),
            "false" => Ok(Self(false)),
            _ => Err(Words::fixed("这里只能写 true 或 false", "only true or false can stand here")),
        }
    }

    const fn written(self) -> &'static str {
        if self.0 { "true" } else { "false" }
    }
}

impl Value for Flag {
    const SHAPE: &'static Shape = &Shape::Flag;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.bare(Self::parse)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.bare(self.written());
    }
}

/// A whole number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Whole(pub u32);

impl Value for Whole {
    const SHAPE: &'static Shape = &Shape::Whole;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.bare(|text| {
            text.parse().map(Self).map_err(|_| Words::fixed("这里要写一个整数", "a whole number must stand here"))
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.bare(&self.0.to_string());
    }
}

/// Since when something is shown, or only whether it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Since that day.
    Since(Day),
    /// Yes or no; the day is not known.
    Flag(bool),
}

impl Shown {
    /// Whether it is shown on that day.
    #[must_use]
    pub fn on(self, day: Day) -> bool {
        match self {
            Self::Since(since) => since <= day,
            Self::Flag(shown) => shown,
        }
    }
}

impl Value for Shown {
    const SHAPE: &'static Shape = &Shape::Shown;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.parsed(|text| match text {
            "true" => Ok(Self::Flag(true)),
            "false" => Ok(Self::Flag(false)),
            _ => Day::parse(text).map(Self::Since),
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        match self {
            Self::Since(day) => writer.bare(&day.to_string()),
            Self::Flag(shown) => writer.bare(Flag(*shown).written()),
        }
    }
}

macro_rules! parsed_value {
    ($kind:ty, $shape:ident) => {
        impl Value for $kind {
            const SHAPE: &'static Shape = &Shape::$shape;

            fn read<R: Reader>(reader: &mut R) -> Option<Self> {
                reader.parsed(Self::parse)
            }

            fn write<W: Writer>(&self, writer: &mut W) {
                writer.bare(&self.to_string());
            }
        }
    };
}

parsed_value!(Day, Day);
parsed_value!(When, When);
parsed_value!(Until, Until);

record! {
    /// The term of a certificate or licence.
    ValidityTerm("有效期") {
        /// First day.
        from("起"): Day,
        /// Last day, or 长期.
        until("止"): Until,
    }
}

/// The term of a certificate: with both ends, or written as its end alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Slot<Day>,
    /// Last day, or 长期.
    pub until: Slot<Until>,
}

impl Value for Validity {
    const SHAPE: &'static Shape = &Shape::Either(ValidityTerm::SHAPE, &Shape::Until);

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        if reader.form() == Form::Scalar {
            let place = reader.place();
            let value = reader.parsed(Until::parse)?;
            return Some(Self { from: Slot::ABSENT, until: Slot::given(Placed { value, place }) });
        }
        let ValidityTerm { from, until } = reader.record()?;
        Some(Self { from, until })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.record(&ValidityTerm { from: self.from.clone(), until: self.until.clone() });
    }

    fn is_doubtful(&self) -> bool {
        self.from.is_faulty() || self.until.is_faulty()
    }
}

/// One text, or several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts(pub Vec<Placed<Text>>);

impl Value for Texts {
    const SHAPE: &'static Shape = &Shape::Texts;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        if reader.form() == Form::List {
            return reader.list().map(Self);
        }
        let place = reader.place();
        let value = Text::read(reader)?;
        Some(Self(vec![Placed { value, place }]))
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        match self.0.as_slice() {
            [only] => writer.text(&only.value),
            several => writer.list(several),
        }
    }
}

impl<T: Value> Value for Vec<Placed<T>> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.list()
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.list(self);
    }
}

/// A value of any form, as facts in filings and observations hold them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plain {
    /// Text; also days, terms, numbers and flags, as they are written.
    Text(Box<str>),
    /// A list.
    List(Vec<Plain>),
    /// A mapping.
    Map(BTreeMap<Box<str>, Plain>),
}

impl Plain {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }
}

impl Value for Plain {
    const SHAPE: &'static Shape = &Shape::Plain;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        reader.plain()
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.plain(self);
    }
}

record! {
    /// A fact that changes: what it was and what it becomes.
    FromTo("变更") {
        /// What is on file now; absent if there is nothing.
        from("原值"): Plain,
        /// What shall be on file; absent if it is taken away.
        to("新值"): Plain,
    }
}

/// A fact of a filing: the value filed, or what it was and becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactChange {
    /// The value that is filed.
    Filed(Plain),
    /// The value before and after.
    Changed {
        /// What is on file before.
        from: Slot<Plain>,
        /// What is on file after.
        to: Slot<Plain>,
    },
}

impl Value for FactChange {
    const SHAPE: &'static Shape = &Shape::Fact;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        if reader.form() == Form::Mapping && reader.only_keys(&["from", "to"]) {
            let FromTo { from, to } = reader.record()?;
            return Some(Self::Changed { from, to });
        }
        reader.plain().map(Self::Filed)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        match self {
            Self::Filed(plain) => writer.plain(plain),
            Self::Changed { from, to } => writer.record(&FromTo { from: from.clone(), to: to.clone() }),
        }
    }
}

/// Reads a word of a vocabulary; every vocabulary's `Value` is this.
pub(crate) fn read_term<V: Vocabulary, R: Reader>(reader: &mut R) -> Option<V> {
    reader.term(V::INFO).and_then(V::from_index)
}
