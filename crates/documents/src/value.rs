//! What a template may print: values, and blanks where a value is missing.

use beian_core::words::Words;
use minijinja::value::{Object, ObjectRepr, Value};
use std::fmt;
use std::sync::Arc;

/// How a blank looks: wide enough to write on.
pub(crate) const BLANK: &str = "＿＿＿＿＿＿＿＿";

/// A record that templates print, with its fields as values: they are handed out as they are
/// asked for, and nothing is copied into a table first.
macro_rules! printed {
    ($(#[$about:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug)]
        pub(super) struct $name {
            $( pub(super) $field: ::minijinja::Value, )+
        }

        impl ::minijinja::value::Object for $name {
            fn get_value(self: &::std::sync::Arc<Self>, key: &::minijinja::Value) -> Option<::minijinja::Value> {
                self.get_value_by_str(key.as_str()?)
            }

            fn get_value_by_str(self: &::std::sync::Arc<Self>, key: &str) -> Option<::minijinja::Value> {
                match key {
                    $( stringify!($field) => Some(self.$field.clone()), )+
                    _ => None,
                }
            }

            fn enumerate(self: &::std::sync::Arc<Self>) -> ::minijinja::value::Enumerator {
                ::minijinja::value::Enumerator::Str(&[$( stringify!($field) ),+])
            }
        }
    };
}

pub(crate) use printed;

/// A text; it is escaped where it is printed.
pub(crate) fn text(text: &str) -> Value {
    Value::from(text)
}

/// A place to fill in by hand, for what the records do not hold.
pub(crate) fn blank(label: Words) -> Value {
    Value::from_object(Blank { label })
}

/// A place to fill in. It counts as false, so that a template can say something else instead.
#[derive(Debug)]
pub(crate) struct Blank {
    /// What is to be filled in.
    pub(crate) label: Words,
}

impl Object for Blank {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(BLANK)
    }
}

/// The blanks that a rendering printed, in order.
#[derive(Debug, Default)]
pub(crate) struct Printed(std::sync::Mutex<Vec<Words>>);

impl Printed {
    /// Notes a blank that was printed.
    pub(crate) fn note(&self, label: &Words) {
        let mut labels = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if !labels.contains(label) {
            labels.push(label.clone());
        }
    }

    /// The labels of the blanks, each once.
    pub(crate) fn labels(&self) -> Vec<Words> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

impl Object for Printed {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}
