//! The macro that declares a record: the one definition of the format.

/// Declares a record: `field("label"): Kind`, or `field as "key" ("label"): Kind` where the
/// key is no name in Rust; `field("label") since 2: Kind` came with version 2 of the format.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $name:ident($label:literal) {
            $(
                $(#[doc = $doc:literal])+
                $field:ident $(as $key:literal)? ($field_label:literal) $(since $since:literal)?: $kind:ty
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            $(
                $(#[doc = $doc])+
                pub $field: $crate::record::Slot<$kind>,
            )+
        }

        impl $crate::record::Value for $name {
            const SHAPE: &'static $crate::record::Shape =
                &$crate::record::Shape::Record(<Self as $crate::record::Record>::INFO);

            fn read<R: $crate::record::Reader>(reader: &mut R) -> Option<Self> {
                reader.record()
            }

            fn write<W: $crate::record::Writer>(&self, writer: &mut W) {
                writer.record(self);
            }
        }

        impl $crate::record::Record for $name {
            const INFO: &'static $crate::record::RecordInfo = &$crate::record::RecordInfo {
                name: stringify!($name),
                label: $label,
                about: concat!($($about),+),
                fields: &[$(
                    $crate::record::FieldInfo {
                        name: $crate::record::declare::key!($field $($key)?),
                        label: $field_label,
                        about: concat!($($doc),+),
                        since: $crate::record::declare::since!($($since)?),
                        shape: <$kind as $crate::record::Value>::SHAPE,
                    },
                )+],
            };

            fn unknown() -> Self {
                Self { $($field: $crate::record::Slot::UNKNOWN,)+ }
            }

            fn read_field<R: $crate::record::Reader>(&mut self, name: &str, reader: &mut R) -> bool {
                $(
                    if name == $crate::record::declare::key!($field $($key)?) {
                        self.$field = $crate::record::declare::read_slot(reader);
                        return true;
                    }
                )+
                false
            }

            fn write_field<W: $crate::record::Writer>(&self, name: &str, writer: &mut W) {
                match name {
                    $($crate::record::declare::key!($field $($key)?) => {
                        writer.field($crate::record::declare::key!($field $($key)?), &self.$field);
                    })+
                    _ => {}
                }
            }

            fn write_fields<W: $crate::record::Writer>(&self, writer: &mut W) {
                $(writer.field($crate::record::declare::key!($field $($key)?), &self.$field);)+
            }
        }
    };
}

/// The key of a field: its name, or the one given after `as`.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// The version of the format with which a field came: the first one if none is named.
macro_rules! since {
    () => {
        1
    };
    ($since:literal) => {
        $since
    };
}

pub(crate) use key;
pub(crate) use record;
pub(crate) use since;

/// Reads one field: what could not be read is faulty, not absent, and a list in which something
/// could not be read is known in part.
pub(crate) fn read_slot<R: super::Reader, T: super::Value>(reader: &mut R) -> super::Slot<T> {
    let place = reader.place();
    let before = reader.lost();
    match T::read(reader) {
        Some(value) if T::SHAPE.is_list() && before != reader.lost() => {
            super::Slot::partial(super::Placed { value, place })
        }
        Some(value) => super::Slot::given(super::Placed { value, place }),
        None => {
            reader.lose();
            super::Slot::faulty(place)
        }
    }
}
